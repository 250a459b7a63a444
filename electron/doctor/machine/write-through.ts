import { open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';

const blockBytes = 4096;

/** One block to the medium and away again. @throws as the file system does */
export async function writeThrough(folder: string): Promise<void> {
  const path = join(folder, '.doctor');
  const file = await open(path, 'w');
  try {
    await file.write(Buffer.alloc(blockBytes, 1));
    await file.sync();
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}

/** What an ordinary user may still write there. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
