import { closeSync, createReadStream, existsSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { writeWhole } from '../files/write-whole.ts';
import type { PublishedAttendee } from '../store/store.ts';

const lineSchema = z.strictObject({
  digest: z.string(),
  index: z.string(),
  ciphertext: z.string(),
  sealed: z.string(),
  tag: z.string(),
});

/** What was locked already, so that a list of 50,000 that was interrupted goes on where it stopped. It holds ciphertext. */
export interface LockedFile {
  readonly known: ReadonlyMap<string, PublishedAttendee>;
  /** Appends; a line that the power cut short is left out by the next reader. */
  add(digest: string, attendee: PublishedAttendee): void;
  /** Only these stay, on the disk when it returns. */
  keep(entries: ReadonlyMap<string, PublishedAttendee>): void;
  close(): void;
}

export async function openLockedFile(path: string): Promise<LockedFile> {
  const { known, isWhole } = await readLockedFile(path);
  // A torn last line must not swallow the next one.
  if (!isWhole) writeAll(path, known);
  const file = openSync(path, 'a', 0o600);
  let lines = known.size;
  return {
    known,
    add(digest, attendee) {
      writeSync(file, writeLine(digest, attendee));
      lines += 1;
    },
    keep(entries) {
      fsyncSync(file);
      if (lines !== entries.size) writeAll(path, entries);
    },
    close: () => {
      closeSync(file);
    },
  };
}

/** When the attendees are purged, this goes too. */
export function removeLockedFile(path: string): void {
  rmSync(path, { force: true });
}

/** Line by line, because 50,000 have 60 MB and the hub answers kiosks meanwhile. */
async function readLockedFile(path: string) {
  const known = new Map<string, PublishedAttendee>();
  if (!existsSync(path)) return { known, isWhole: true };
  let isWhole = true;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    const entry = readLine(line);
    if (entry === null || known.has(entry[0])) isWhole = false;
    else known.set(...entry);
  }
  return { known, isWhole };
}

function writeAll(path: string, entries: ReadonlyMap<string, PublishedAttendee>): void {
  writeWhole(path, [...entries].map((entry) => writeLine(...entry)).join(''));
}

function writeLine(digest: string, attendee: PublishedAttendee): string {
  return `${JSON.stringify({ digest, ...attendee })}\n`;
}

function readLine(line: string): [string, PublishedAttendee] | null {
  try {
    const { digest, ...attendee } = lineSchema.parse(JSON.parse(line));
    return [digest, attendee];
  } catch {
    return null;
  }
}
