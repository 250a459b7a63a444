import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { canInstallDebian, installDebian } from './install-debian.mjs';

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
  if (missing.length === 0 || !canInstallDebian()) return;
  const names = [...new Set(missing.map(([, name]) => name))];
  await installDebian({ names, reason: 'for the escape suite', limitSeconds: 300 });
}
