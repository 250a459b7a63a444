import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { VisitorSummary } from '../../../domain/protocol/staff-calls.ts';
import { err, ok, type Result } from '../../../domain/result.ts';
import type { Vault } from '../../event/vault.ts';
import type { Store } from '../../store/store.ts';
import type { Changes, ReadSoFar } from './read-changes.ts';
import { createVisitorIndex, type VisitorIndex } from './visitor-index.ts';

/** The search for visitors while the event's key is there. */
export interface VisitorSearch {
  /** What is asked for goes nowhere but through memory. `locked`: the event's key is not there. */
  find(question: {
    query: string;
    limit: number;
  }): Promise<Result<{ visitors: VisitorSummary[]; total: number }, 'locked' | 'storage-failed'>>;
  /** Everything that was there when it was unlocked has been read. */
  isWhole(): boolean;
  /** Registrations and attendees that are read, and how many there are. */
  progress(): { indexed: number; toIndex: number };
  /** Something came or went. */
  ring(): void;
  /** Forgets everything, and reads it again when the key is there. */
  renew(): void;
  /** Resolves when all that is there now is read. */
  settle(): Promise<void>;
  stop(): void;
}

/** Milliseconds after which other work has its turn. */
const longestTurn = 8;

interface Reading {
  readonly index: VisitorIndex;
  reached: ReadSoFar;
  purged: string | null;
  /** Of those there were, this many had been read. */
  indexed: number;
  toIndex: number;
  /** It has been at the end once. */
  isWhole: boolean;
}

/** @param parts `clock`: milliseconds that only go forward */
export function createVisitorSearch(parts: {
  readonly store: Store;
  readonly vault: Vault;
  readonly logger: Logger;
  readonly clock: () => number;
}): VisitorSearch {
  const { store, vault, logger, clock } = parts;
  let reading: Reading | null = null;
  let last: Promise<boolean> = Promise.resolve(true);
  let isWaiting = false;
  let isStopped = false;

  async function begin(): Promise<Reading | null> {
    const event = await store.feed.event();
    const toIndex = await store.people.countSearchable();
    if (!event.ok || event.value === null || !toIndex.ok || !vault.isUnlocked) return null;
    const nothing = { record: 0, erased: 0, attendee: 0 };
    const index = createVisitorIndex(event.value.country);
    return { index, reached: nothing, purged: null, indexed: 0, toIndex: toIndex.value, isWhole: false };
  }

  /** @returns false when the database failed */
  async function readOn(): Promise<boolean> {
    if (!vault.isUnlocked || isStopped) return true;
    reading ??= await begin();
    const own = reading;
    if (own === null) return false;
    for (;;) {
      const changes = await store.people.readChanges(own.reached);
      if (!changes.ok) return false;
      // It was locked or begun anew meanwhile.
      if (own !== reading) return true;
      if (own.purged !== null && own.purged !== changes.value.purged) {
        reading = null;
        return readOn();
      }
      own.purged = changes.value.purged;
      await take(own, changes.value);
      if (own !== reading) return true;
      own.reached = changes.value.reached;
      if (!changes.value.isLast) continue;
      if (!own.isWhole) logger.info({ indexed: own.indexed }, 'visitors can be searched');
      own.isWhole = true;
      own.toIndex = own.indexed;
      return true;
    }
  }

  /** What is taken twice, because the database failed in between, is the same as taken once. */
  async function take(own: Reading, { records, erased, attendees }: Changes): Promise<void> {
    let began = clock();
    const breathe = async () => {
      own.indexed += 1;
      if (clock() - began < longestTurn) return;
      await nextTurn();
      began = clock();
    };
    for (const { record, ...place } of records) {
      if (own !== reading) return;
      const opened = vault.openNow(record);
      const { claimCode, ticketIndex } = record;
      if (opened !== null) own.index.putRecord({ ...place, claimCode, ticketIndex, opened });
      await breathe();
    }
    for (const { index, sealed } of attendees) {
      if (own !== reading) return;
      const attendee = sealed === null ? null : vault.openAttendee({ index, sealed });
      if (sealed === null) own.index.removeAttendee(index);
      if (attendee !== null) {
        const { code, ...details } = attendee;
        own.index.putAttendee({ index, code, details });
      }
      await breathe();
    }
    for (const id of erased) own.index.removeVisitor(id);
  }

  function catchUp(): Promise<boolean> {
    last = last.then(readOn).catch((error: unknown) => {
      logger.error({ name: error instanceof Error ? error.name : typeof error }, 'visitors could not be read');
      return false;
    });
    return last;
  }

  function ring(): void {
    if (isWaiting) return;
    isWaiting = true;
    // A burst of batches is read at once.
    setImmediate(() => {
      isWaiting = false;
      void catchUp();
    });
  }

  function renew(): void {
    reading = null;
    ring();
  }

  const isWhole = () => reading?.isWhole === true;
  vault.onChange(renew);
  return {
    async find({ query, limit }) {
      if (!vault.isUnlocked) return err('locked');
      // While it reads for the first time, what there is has to do; afterwards whatever is on the disk is found.
      if (isWhole() && !(await catchUp())) return err('storage-failed');
      const samePerson = await store.people.samePerson();
      if (!samePerson.ok) return samePerson;
      const found = reading?.index.find({ query, limit, samePerson: samePerson.value });
      return found === undefined ? ok({ visitors: [], total: 0 }) : ok(found);
    },
    isWhole,
    progress: () => ({ indexed: reading?.indexed ?? 0, toIndex: reading?.toIndex ?? 0 }),
    ring,
    renew,
    async settle() {
      await catchUp();
    },
    stop() {
      isStopped = true;
      reading = null;
    },
  };
}
