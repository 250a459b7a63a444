import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import type { Random } from './random.ts';

/** What a power cut, a dying disk or a person does to a file. */
export const tears = ['deleted', 'emptied', 'cut off', 'zeroed at the end', 'garbled'] as const;
export type Tear = (typeof tears)[number];

export function tearFile(path: string, tear: Tear, random: Random): void {
  const content = readFileSync(path);
  const at = random.integer(0, Math.max(0, content.length - 1));
  switch (tear) {
    case 'deleted':
      rmSync(path);
      return;
    case 'emptied':
      truncateSync(path, 0);
      return;
    case 'cut off':
      truncateSync(path, at);
      return;
    case 'zeroed at the end':
      writeFileSync(path, content.fill(0, at));
      return;
    case 'garbled':
      writeFileSync(path, Buffer.concat([content.subarray(0, at), random.bytes(content.length - at)]));
  }
}
