import type { Database } from '../store/database/database.ts';
import { appendDeed } from './append-deed.ts';
import type { Deed } from './audit.ts';

/**
 * The same database, whose first change that comes about is written to the trail in the same transaction: both are on the disk, or
 * neither. A change that ends with a refusal (`Result` not ok) is not written.
 */
export function noteChanges(database: Database, { deed, now }: { deed: Deed; now: () => number }): Database {
  let isNoted = false;
  return {
    ...database,
    async change(work) {
      let notes = false;
      const value = await database.change(async (trx, writeLast) => {
        const done = await work(trx, writeLast);
        notes = !isNoted && !isRefused(done);
        if (notes) await appendDeed(trx, deed, now());
        return done;
      });
      isNoted ||= notes;
      return value;
    },
  };
}

function isRefused(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false;
}
