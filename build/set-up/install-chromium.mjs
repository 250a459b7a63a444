import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { listChromiums } from '../chromium.mjs';
import { canInstallDebian, installDebian } from './install-debian.mjs';
import { runQuietly, say, secondsSince } from './run.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

/** For Playwright's 170 MB; a network that needs longer has Debian's package or a person's help. */
const downloadLimitSeconds = 240;

/**
 * @param {{ root: string, node: string }} tools
 * @returns {Promise<string>} absolute path of a Chromium that starts on this machine; installed now if there was none
 */
export async function ensureChromium({ root, node }) {
  if (process.env.FOYER_CHROMIUM && !existsSync(process.env.FOYER_CHROMIUM))
    throw new SetUpFailure(`FOYER_CHROMIUM names ${process.env.FOYER_CHROMIUM}, and no file is there.`);
  const found = findOneThatStarts();
  if (found !== null) return found;
  const attempts = [() => downloadWithPlaywright({ root, node }), installDebianPackage];
  for (const attempt of attempts) {
    await attempt();
    const installed = findOneThatStarts();
    if (installed !== null) return installed;
  }
  throw new SetUpFailure('No Chromium is here, and none could be installed.', [adviceForPlatform()]);
}

function findOneThatStarts() {
  return listChromiums().find(starts) ?? null;
}

/** Playwright's download lacks system libraries on a bare Linux; elsewhere `--version` would open a window. */
function starts(chromium) {
  if (process.platform !== 'linux') return true;
  return spawnSync(chromium, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

async function downloadWithPlaywright({ root, node }) {
  const started = Date.now();
  say("Downloading Playwright's Chromium (about 170 MB, once) …");
  const { succeeded, output } = await runQuietly({
    program: node,
    args: [
      path.join('node_modules', 'playwright-core', 'cli.js'),
      'install',
      '--no-shell',
      '--no-progress',
      'chromium',
    ],
    folder: root,
    stillAt: 'still downloading',
    limitSeconds: downloadLimitSeconds,
  });
  if (succeeded) say(`Downloaded it in ${secondsSince(started)} s.`);
  else say(`  It could not be had: ${output.match(/Error: (.*)/)?.[1] ?? output.split('\n').at(-1)}`);
}

async function installDebianPackage() {
  if (canInstallDebian()) await installDebian({ names: ['chromium'] });
}

function adviceForPlatform() {
  if (process.platform !== 'linux') return 'Install Google Chrome or Chromium and run the command again.';
  return 'Install one ("sudo apt-get install chromium" on Debian, or Google Chrome) and run the command again; FOYER_CHROMIUM=FILE names one elsewhere.';
}
