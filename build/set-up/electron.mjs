import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/**
 * Electron's npm package brings no binary; `npx install-electron` does. So it is used where somebody has put it.
 * @param {string} root
 * @returns {string | null} absolute path of the program
 */
export function findElectron(root) {
  const folder = path.join(root, 'node_modules', 'electron');
  try {
    const program = path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

/** Whether a window can be shown. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
