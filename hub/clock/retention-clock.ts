import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { purgeDue, purposes, type Purpose } from '../../domain/retention.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Identity } from '../identity/identity.ts';
import type { PurgeReceipt } from '../retention/retention.ts';
import type { Store } from '../store/store.ts';

export interface DuePurpose {
  readonly purpose: Purpose;
  /** Milliseconds since 1970. */
  readonly due: number;
  readonly isDue: boolean;
  /** False when the time was over already as the event was first loaded: then only a person may say that it is meant. */
  readonly isAutomatic: boolean;
}

/** Erases what may no longer be kept, by the hub's clock. */
export interface RetentionClock {
  list(): Promise<Result<DuePurpose[], 'storage-failed' | 'unavailable'>>;
  /** At somebody's word: what is due; a purpose that is named, whether it is due or not. */
  run(named?: Purpose): Promise<Result<PurgeReceipt[], 'storage-failed' | 'unavailable'>>;
  /** Looks now and every hour. Returns how to stop. */
  start(): () => void;
}

const everyHour = 3_600_000;
const loadedKey = 'event-loaded';

/**
 * Remembers when the event was first there. An event that was over before that has a wrong date in its pack or is a sample, and to erase
 * its registrations at once, on the morning of the event, would be the worst that a typing mistake can do.
 */
export async function noteEventLoaded(store: Store, now: number): Promise<Result<void, 'storage-failed'>> {
  const noted = await store.settings.setOnce(loadedKey, String(now));
  return noted.ok ? ok() : noted;
}

export interface RetentionClockParts {
  readonly store: Store;
  readonly identity: Identity;
  readonly now: () => number;
  readonly logger: Logger;
  /** After attendees were purged. */
  readonly onPurged: (purpose: Purpose) => void;
}

export function createRetentionClock({ store, identity, now, logger, onPurged }: RetentionClockParts): RetentionClock {
  async function list(): ReturnType<RetentionClock['list']> {
    const event = await store.feed.event();
    if (!event.ok) return event;
    if (event.value === null) return err('unavailable');
    const details = event.value;
    const loaded = await store.settings.get(loadedKey);
    if (!loaded.ok) return loaded;
    return ok(
      purposes.map((purpose) => {
        const due = purgeDue(details, purpose);
        return { purpose, due, isDue: now() >= due, isAutomatic: Number(loaded.value ?? Infinity) < due };
      }),
    );
  }

  async function run(named?: Purpose): ReturnType<RetentionClock['run']> {
    return purgeWhere(({ purpose, isDue }) => (named === undefined ? isDue : purpose === named));
  }

  async function purgeWhere(isMeant: (each: DuePurpose) => boolean): ReturnType<RetentionClock['run']> {
    const all = await list();
    if (!all.ok) return all;
    const receipts: PurgeReceipt[] = [];
    for (const { purpose, due } of all.value.filter(isMeant)) {
      const receipt = await store.retention.purge({ order: randomUUID(), purpose, due, sign: identity.sign });
      if (!receipt.ok) return receipt;
      onPurged(purpose);
      logger.info({ purpose, ...receipt.value.counts }, 'purged');
      receipts.push(receipt.value);
    }
    return ok(receipts);
  }

  function isMeantByClock({ purpose, isDue, isAutomatic }: DuePurpose): boolean {
    if (isDue && !isAutomatic) {
      const words = 'the event was over before it was loaded: nothing is erased until somebody runs `purge`';
      logger.warn({ purpose }, words);
    }
    return isDue && isAutomatic;
  }

  return {
    list,
    run,
    start() {
      const look = () => {
        void purgeWhere(isMeantByClock).then((done) => {
          if (!done.ok && done.reason !== 'unavailable') logger.error({ reason: done.reason }, 'the purge failed');
        });
      };
      look();
      const timer = setInterval(look, everyHour);
      return () => {
        clearInterval(timer);
      };
    },
  };
}
