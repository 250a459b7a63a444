import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runQuietly, say, secondsSince } from './run.mjs';

/** Debian's package of each program that the escape suite needs: a screen, what stands on it, and a hand. */
const packages = {
  Xvfb: 'xvfb',
  cage: 'cage',
  Xwayland: 'xwayland',
  'matchbox-window-manager': 'matchbox-window-manager',
  xdotool: 'xdotool',
  import: 'imagemagick',
  xmessage: 'x11-utils',
  setxkbmap: 'x11-xkb-utils',
  xset: 'x11-xserver-utils',
};

/** Installs what is missing, if this machine lets us; the suite itself says what it still lacks. */
export async function ensureSession() {
  if (process.platform !== 'linux') return;
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute);
  const missing = Object.entries(packages).filter(
    ([program]) => !folders.some((folder) => existsSync(path.join(folder, program))),
  );
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const names = [...new Set(missing.map(([, name]) => name))];
  const started = Date.now();
  say(`Installing Debian's ${names.join(', ')} for the escape suite …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', ...names]]) {
    const command = { program: 'apt-get', args, folder: '/', environment, stillAt: 'still installing' };
    const { succeeded, output } = await runQuietly({ ...command, limitSeconds: 300 });
    if (succeeded) continue;
    say(`  apt-get ${args[0]} failed: ${output.split('\n').at(-1)}`);
    return;
  }
  say(`Installed it in ${secondsSince(started)} s.`);
}
