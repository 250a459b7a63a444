import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import type { Owner } from './journal.ts';

export interface DuplicateFinder {
  /** Pairs a new record with every earlier one that shares a contact index, but for corrections of the same visitor. */
  note(record: SealedRecord): void;
  count(owner: Owner): number;
}

export function createDuplicateFinder(database: DatabaseSync): DuplicateFinder {
  const pair = database.prepare(
    `insert or ignore into possible_duplicate (earlier, later)
     select record.id, :id from contact join record on record.id = contact.record
     where contact.contact_index = :contactIndex and record.event = :event and record.claim_code is not :claimCode`,
  );
  const insert = database.prepare('insert or ignore into contact (contact_index, record) values (:contactIndex, :id)');
  // Corrections make several pairs of the same two visitors, in either order.
  const count = database.prepare(
    `select count(*) as count from (
       select distinct min(one.claim_code, other.claim_code), max(one.claim_code, other.claim_code)
       from possible_duplicate
       join record as one on one.id = possible_duplicate.earlier
       join record as other on other.id = possible_duplicate.later
       where other.event = :event and other.kiosk = :kiosk
         and one.claim_code is not null and other.claim_code is not null
     )`,
  );
  return {
    note({ id, event, claimCode, contactIndexes }) {
      for (const contactIndex of contactIndexes) pair.run({ id, event, claimCode, contactIndex });
      for (const contactIndex of contactIndexes) insert.run({ id, contactIndex });
    },
    count: (owner) => z.object({ count: z.int() }).parse(count.get({ ...owner })).count,
  };
}
