import { renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncDirectory } from './sync-directory.ts';

/** Whole or not at all, on the disk when it returns, and readable by this user only. @throws what the disk says */
export function writeWhole(path: string, content: string): void {
  const temporary = `${path}.${process.pid}.part`;
  writeFileSync(temporary, content, { mode: 0o600, flush: true });
  renameSync(temporary, path);
  syncDirectory(dirname(path));
}
