import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';

/** Readable by this user only, and on the disk. @throws what the disk says, or when the file is there */
export async function writeAll(path: string, parts: AsyncIterable<Buffer>): Promise<void> {
  const file = openSync(path, 'wx', 0o600);
  try {
    for await (const part of parts) writeSync(file, part);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
