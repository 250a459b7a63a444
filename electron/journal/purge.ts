import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { PurgeRecord, Tombstone } from '../../domain/kiosk-record.ts';
import type { Purpose } from '../../domain/retention.ts';
import type { Answer, Attempt } from './attempt.ts';
import { inTransaction } from './in-transaction.ts';
import { prepareInsert } from './insert-record.ts';

/** A record that a purge or a visitor's word empties. */
export interface Emptied {
  readonly id: string;
  readonly kiosk: string;
  readonly sequence: number;
}

export interface Purge {
  /**
   * Sealed records that are kept for a purpose, without their content; also of names that this kiosk had before. With them, whatever they
   * were for, those that they had replaced: a hub that lost its disk and asks for everything must not find who left the talent pool
   * back in it.
   */
  listDue(due: { event: string; purpose: Purpose }): Answer<Emptied[]>;
  /**
   * Of these records the sealed ones that still hold something, with all others of the same visitors: corrections that the hub has not
   * heard of have the same claim code.
   */
  listVisitors(which: { event: string; records: readonly string[] }): Answer<(Emptied & { claimCode: string })[]>;
  /** Puts the tombstones where the records were, and the receipt of a purge behind the last record, in one transaction. */
  commit(purge: { tombstones: readonly Tombstone[]; receipt: PurgeRecord | null }): Answer<void>;
  /** The receipt of an order that was followed. */
  hasReceipt(order: { event: string; order: string }): Answer<boolean>;
  /** Takes the bytes out of the write-ahead log as well. @returns false while another program reads the journal */
  clearLog(): Answer<boolean>;
}

export function createPurge(database: DatabaseSync, attempt: Attempt): Purge {
  const selectDue = database.prepare(
    `with recursive due(id, kiosk, sequence, replaces) as (
       select id, kiosk, sequence, content ->> '$.replaces' from record
       where event = :event and purpose = :purpose and kind in ('registration', 'check-in')
       union
       select earlier.id, earlier.kiosk, earlier.sequence, earlier.content ->> '$.replaces'
       from record as earlier join due on earlier.id = due.replaces
       where earlier.kind in ('registration', 'check-in')
     )
     select id, kiosk, sequence from due order by kiosk, sequence`,
  );
  const selectVisitors = database.prepare(
    `select id, kiosk, sequence, claim_code as claimCode from record
     where event = :event and kind in ('registration', 'check-in') and claim_code in (
       select claim_code from record
       where event = :event and kind in ('registration', 'check-in') and id in (select value from json_each(:records))
     )
     order by kiosk, sequence`,
  );
  const empty = database.prepare(
    `update record set kind = 'tombstone', claim_code = null, purpose = null, ticket_index = null, content = :content
     where id = :id`,
  );
  const forgetContacts = database.prepare('delete from contact where record = ?');
  const forgetPairs = database.prepare('delete from possible_duplicate where ? in (earlier, later)');
  const selectReceipt = database.prepare(
    `select 1 from record where event = :event and kind = 'purge' and content ->> '$.order' = :order limit 1`,
  );
  const insert = prepareInsert(database);
  const emptied = z.object({ id: z.string(), kiosk: z.string(), sequence: z.int() });
  const due = z.array(emptied);
  const visitors = z.array(emptied.extend({ claimCode: z.string() }));
  return {
    listDue: (which) => attempt(() => due.parse(selectDue.all({ ...which }))),
    listVisitors: ({ event, records }) =>
      attempt(() => visitors.parse(selectVisitors.all({ event, records: JSON.stringify(records) }))),
    commit: ({ tombstones, receipt }) =>
      attempt(() => {
        inTransaction(database, () => {
          for (const tombstone of tombstones) {
            empty.run({ id: tombstone.id, content: JSON.stringify(tombstone) });
            forgetContacts.run(tombstone.id);
            forgetPairs.run(tombstone.id);
          }
          if (receipt !== null) insert(receipt);
        });
      }),
    hasReceipt: (order) => attempt(() => selectReceipt.get(order) !== undefined),
    clearLog: () =>
      attempt(
        () => z.object({ busy: z.int() }).parse(database.prepare('pragma wal_checkpoint(truncate)').get()).busy === 0,
      ),
  };
}
