import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { seatRecordSchema, type SeatRecord } from '../../domain/kiosk-record.ts';
import type { Answer, Attempt } from './attempt.ts';

/** Seats and places on waiting lists that stand: taken and not cancelled. */
export interface SeatLookups {
  /** Of a visitor, the oldest first. */
  listOf(visitor: { event: string; claimCode: string }): Answer<SeatRecord[]>;
  countBooked(lease: string): Answer<number>;
}

const standing = 'not exists (select 1 from record as later where later.cancels = record.id)';

export function createSeatLookups(database: DatabaseSync, attempt: Attempt): SeatLookups {
  const select = database.prepare(
    `select content from record
     where claim_code = :claimCode and event = :event and kind = 'seat' and action in ('book', 'wait') and ${standing}
     order by rowid`,
  );
  const count = database.prepare(
    `select count(*) as count from record where lease = :lease and action = 'book' and ${standing}`,
  );
  const rows = z.array(z.object({ content: z.string() }));
  return {
    listOf: (visitor) =>
      attempt(() =>
        rows.parse(select.all({ ...visitor })).map(({ content }) => seatRecordSchema.parse(JSON.parse(content))),
      ),
    countBooked: (lease) => attempt(() => z.object({ count: z.int() }).parse(count.get({ lease })).count),
  };
}
