import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildDeb } from '../../build/package/deb/build-deb.ts';
import { readEpoch } from '../../build/package/read-epoch.ts';
import { root } from '../../build/package/root.ts';
import { runProgram } from '../../build/package/run-program.ts';
import { readManifest } from '../../build/package/stage-application.ts';
import { findMissing } from './find-missing.ts';
import { recordJourney } from './record-journey.ts';

const help = `npm run try-install [-- options]

Installs the Debian package of the kiosk on a copy of this machine that is thrown away: this disk, with every change kept in memory.
Starts it as its own user with Chromium's sandbox on, registers a visitor by touch, upgrades it with a full journal, downgrades it,
removes and purges it. Needs root on Debian or Ubuntu, and says plainly what else is missing. This machine stays as it is.

  --short       200 visitors instead of 2,000 in the journal at the upgrade, and no lintian
  --out DIR     keeps the screens that were seen and what the kiosk wrote; otherwise they are kept only when it fails
  --help        this text

Exit codes: 0 all of it, or skipped with the reason; 1 failed; 2 wrong options.`;

const visitors = { usual: 2000, short: 200 };

async function tryInstall(argv: readonly string[]): Promise<number> {
  const options = readOptions(argv);
  if (typeof options === 'string') {
    console.error(`${options}\n\n${help}`);
    return 2;
  }
  if (options.help) {
    console.log(help);
    return 0;
  }
  const missing = await findMissing();
  if (missing !== null) {
    console.log(`Installation: skipped, ${missing}`);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'foyer-install-'));
  const kept = join(folder, 'kept');
  mkdirSync(kept);
  try {
    const code = await run({ folder, kept, isShort: options.short });
    const out = options.out ?? (code === 0 ? null : join(root, 'test-results', 'install'));
    if (out !== null) {
      cpSync(kept, resolve(out), { recursive: true });
      console.log(`What was seen is in ${resolve(out)}.`);
    }
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run({ folder, kept, isShort }: { folder: string; kept: string; isShort: boolean }): Promise<number> {
  console.log('Packing two versions, and looking where a visitor touches …');
  const { version } = readManifest();
  const build = (which: string) =>
    buildDeb({
      application: { shell: 'chromium', version: which, platform: 'linux-x64', publicKey: null },
      out: folder,
      epoch: readEpoch(),
      isQuick: true,
    });
  const pictures = join(folder, 'journey');
  mkdirSync(pictures);
  const [deb, laterDeb, journey] = await Promise.all([build(version), build(later(version)), recordJourney(pictures)]);
  writeFileSync(join(pictures, 'journey.json'), JSON.stringify(journey));
  if (!isShort) await judge(deb);
  const story = { debs: [deb, laterDeb], journey: pictures, kept, visitors: isShort ? visitors.short : visitors.usual };
  const namespaces = ['--mount', '--pid', '--net', '--fork', '--kill-child'];
  const entrance = join(import.meta.dirname, 'enter-machine.sh');
  const command = [process.execPath, join(import.meta.dirname, 'story.ts'), JSON.stringify(story)];
  const machine = spawn('unshare', [...namespaces, entrance, root, ...command], { cwd: folder, stdio: 'inherit' });
  const [code] = (await once(machine, 'exit')) as [number | null];
  if (existsSync('/opt/foyer/package.json'))
    console.log('This machine itself has Foyer installed; it was not touched.');
  return code === 0 ? 0 : 1;
}

/** @throws when lintian finds an error */
async function judge(deb: string): Promise<void> {
  if (!existsSync('/usr/bin/lintian')) {
    console.log('lintian: skipped, it is not here (apt-get install lintian).');
    return;
  }
  const said = await runProgram({ program: 'lintian', args: ['--fail-on', 'error', '--allow-root', deb] });
  console.log(
    `lintian finds no error, and ${said.split('\n').filter((line) => line.startsWith('W:')).length} warnings.`,
  );
}

/** The next version of the last number. */
function later(version: string): string {
  const [major = '0', minor = '0', patch = '0'] = version.split('.');
  return `${major}.${minor}.${Number(patch) + 1}`;
}

function readOptions(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        short: { type: 'boolean', default: false },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

process.exitCode = await tryInstall(process.argv.slice(2));
