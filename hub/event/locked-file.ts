import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
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
  /** Only these stay. */
  keep(entries: ReadonlyMap<string, PublishedAttendee>): void;
  close(): void;
}

export function openLockedFile(path: string): LockedFile {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const known = new Map(text.split('\n').flatMap(readLine));
  // A torn last line must not swallow the next one.
  writeWhole(path, [...known].map((entry) => writeLine(...entry)).join(''));
  const file = openSync(path, 'a', 0o600);
  return {
    known,
    add: (digest, attendee) => {
      writeSync(file, writeLine(digest, attendee));
    },
    keep(entries) {
      fsyncSync(file);
      writeWhole(path, [...entries].map((entry) => writeLine(...entry)).join(''));
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

function writeLine(digest: string, attendee: PublishedAttendee): string {
  return `${JSON.stringify({ digest, ...attendee })}\n`;
}

function readLine(line: string): [string, PublishedAttendee][] {
  try {
    const { digest, ...attendee } = lineSchema.parse(JSON.parse(line));
    return [[digest, attendee]];
  } catch {
    return [];
  }
}
