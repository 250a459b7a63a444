import { closeSync, fsyncSync, openSync } from 'node:fs';

/** That a new file has a name after a power cut is the directory's business. Windows cannot sync one and need not. */
export function syncDirectory(path: string): void {
  if (process.platform === 'win32') return;
  const directory = openSync(path, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
