import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import { assert } from '../../domain/assert.ts';
import type { Attendee } from '../../domain/attendee.ts';
import { readSealingKey } from '../../domain/sealing/hpke.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { PublishedAttendee, Store } from '../store/store.ts';
import { digestAttendee, lockOne } from './lock-attendee.ts';
import { openLockedFile, removeLockedFile } from './locked-file.ts';

export interface AttendeeProgress {
  readonly state: 'none' | 'locking' | 'published' | 'failed';
  readonly done: number;
  readonly total: number;
}

/** Turns the organiser's list into entries for kiosks, in the background. A newer list takes the place of one that is not done yet. */
export interface AttendeeLoader {
  /** Resolves when the list is published, or stopped. */
  load(attendees: readonly Attendee[], sealingKey: string): Promise<void>;
  progress(): AttendeeProgress;
  /** Forgets what was locked of these tickets: at once, or when the list that is being locked is done. */
  forgetTickets(indexes: readonly string[]): Promise<void>;
  /** Forgets what was locked, after a purge. */
  forget(): void;
  /** Stops, and keeps what was done so far for the next start. */
  close(): Promise<void>;
}

/** scrypt runs in libuv's pool, which has four threads; one is left for the disk. */
const threads = Math.max(1, Math.min(3, availableParallelism()));
const logEvery = 1000;
/** So many that were known are taken at once before the hub answers kiosks again: 2 ms. */
const knownAtOnce = 200;

interface Run {
  isStopped: boolean;
  ended: Promise<void>;
}

export function createAttendeeLoader(parts: { data: string; store: Store; logger: Logger }): AttendeeLoader {
  const { data, store, logger } = parts;
  const lockedPath = join(data, 'attendees.locked');
  let progress: AttendeeProgress = { state: 'none', done: 0, total: 0 };
  let current: Run = { isStopped: false, ended: Promise.resolve() };

  async function work(attendees: readonly Attendee[], sealingKey: string, run: Run): Promise<void> {
    const isStopped = () => run.isStopped;
    if (isStopped()) return;
    const keys = { sealingKey, recipient: await openRecipient(sealingKey) };
    const key = openDigestKey(join(data, 'attendees.key'));
    const file = await openLockedFile(lockedPath);
    const entries = new Map<string, PublishedAttendee>();
    const waiting = attendees.values();
    const total = attendees.length;
    logger.info({ total, known: file.known.size }, 'attendees are being locked');
    async function lockSome(): Promise<void> {
      for (const attendee of waiting) {
        if (isStopped()) return;
        const digest = digestAttendee(attendee, { key, sealingKey });
        let entry = file.known.get(digest);
        if (entry === undefined) {
          entry = await lockOne(attendee, keys);
          file.add(digest, entry);
        } else if (entries.size % knownAtOnce === 0) await nextTurn();
        entries.set(digest, entry);
        progress = { state: 'locking', done: entries.size, total };
        if (entries.size % logEvery === 0) logger.info({ done: entries.size, total }, 'attendees are being locked');
      }
    }
    try {
      await Promise.all(Array.from({ length: threads }, lockSome));
      if (isStopped()) return;
      const published = await store.feed.publishAttendees([...entries.values()]);
      const erased = await store.erasure.listTickets();
      for (const [digest, { index }] of entries) if (erased.ok && erased.value.has(index)) entries.delete(digest);
      progress = { ...progress, state: published.ok ? 'published' : 'failed' };
      if (published.ok) {
        file.keep(entries);
        logger.info({ total, ...published.value }, 'attendees are published');
      } else {
        logger.error({ reason: published.reason }, 'attendees could not be published');
        // They were purged, and nothing of them may come back.
        if (published.reason === 'unavailable') removeLockedFile(lockedPath);
      }
    } finally {
      file.close();
    }
  }

  async function watch(attendees: readonly Attendee[], sealingKey: string, run: Run): Promise<void> {
    try {
      await work(attendees, sealingKey, run);
    } catch (error) {
      progress = { ...progress, state: 'failed' };
      logger.error({ name: error instanceof Error ? error.name : typeof error }, 'attendees could not be locked');
    }
  }

  return {
    load(attendees, sealingKey) {
      const before = current;
      before.isStopped = true;
      const run: Run = { isStopped: false, ended: Promise.resolve() };
      current = run;
      progress = { state: 'locking', done: 0, total: attendees.length };
      run.ended = before.ended.then(() => watch(attendees, sealingKey, run));
      return run.ended;
    },
    progress: () => progress,
    async forgetTickets(indexes) {
      if (progress.state === 'locking' || !existsSync(lockedPath)) return;
      const file = await openLockedFile(lockedPath);
      const isKept = ([, { index }]: [string, PublishedAttendee]) => !indexes.includes(index);
      file.keep(new Map([...file.known].filter(isKept)));
      file.close();
    },
    forget: () => {
      current.isStopped = true;
      removeLockedFile(lockedPath);
    },
    close() {
      current.isStopped = true;
      return current.ended;
    },
  };
}

async function openRecipient(sealingKey: string): Promise<CryptoKey> {
  const recipient = await readSealingKey(sealingKey);
  assert(recipient !== null, 'a published event has a key that can be sealed to');
  return recipient;
}

function openDigestKey(path: string): Buffer {
  if (!existsSync(path)) writeWhole(path, randomBytes(32).toString('base64url'));
  return Buffer.from(readFileSync(path, 'utf8'), 'base64url');
}
