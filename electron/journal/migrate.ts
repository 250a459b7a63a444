import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { sealedRecordSchema, type SealedRecord } from '../../domain/sealed-record.ts';
import { prepareInsert } from './insert-record.ts';
import { journalVersion, schema, sinceSecond } from './schema.ts';

const selectFirstVersion = `
  select id, replaces, event, kiosk, sequence, claim_code as claimCode, encapsulated_key as encapsulatedKey, ciphertext, signature
  from sealed_record order by event, kiosk, sequence`;

/** What version 1 left unsaid: it knew registrations only, without indexes and with no purpose but the one. */
const unsaid = {
  kind: 'registration',
  version: 1,
  purpose: 'registration',
  ticketIndex: null,
  contactIndexes: [],
} as const;

/** The records of a journal of version 1, as version 2 has them: signed and sealed as they were. */
export function readFirstVersion(database: DatabaseSync): SealedRecord[] {
  const rows = database.prepare(selectFirstVersion).all();
  return z.array(sealedRecordSchema).parse(rows.map((row) => ({ ...row, ...unsaid })));
}

/**
 * Brings a new or older journal up to this version, whole or not at all.
 * @throws when the journal was written by a newer Foyer
 */
export function migrate(database: DatabaseSync, found: number): void {
  if (found > journalVersion) {
    const versions = `journal version ${String(found)}, this one knows ${String(journalVersion)}`;
    throw new Error(`it was written by a newer Foyer (${versions})`);
  }
  if (found === journalVersion) return;
  database.exec('begin immediate');
  try {
    database.exec(found === 2 ? sinceSecond : schema);
    if (found === 1) moveRecords(database);
    database.exec('commit');
  } catch (error) {
    database.exec('rollback');
    throw error;
  }
}

function moveRecords(database: DatabaseSync): void {
  const insert = prepareInsert(database);
  for (const record of readFirstVersion(database)) insert(record);
  database.exec('drop table sealed_record');
}
