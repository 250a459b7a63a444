import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Of all files in a folder and below. */
export function readFolderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
