import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whole or not at all, on the disk when it returns, and readable by this user only. @throws what the disk says */
export function writeWhole(path: string, content: string): void {
  const temporary = `${path}.${process.pid}.part`;
  writeFileSync(temporary, content, { mode: 0o600, flush: true });
  renameSync(temporary, path);
  syncDirectory(dirname(path));
}

/** That a new file has a name after a power cut is the directory's business. Windows cannot sync one and need not. */
function syncDirectory(path: string): void {
  if (process.platform === 'win32') return;
  const directory = openSync(path, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
