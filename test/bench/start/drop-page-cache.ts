import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/** What Linux keeps of files in memory is read from the disk again, as after switching on. @returns false where this is not allowed: only root may */
export function dropPageCache(): boolean {
  try {
    // What is not written yet would stay.
    execFileSync('sync');
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}
