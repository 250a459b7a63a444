import { z } from 'zod';
import type { Rejection } from '../../../domain/protocol/records.ts';
import { purposes, type Purpose } from '../../../domain/retention.ts';
import type { RecordTable } from '../database/tables.ts';
import type { ReadItem } from './read-item.ts';

/** Of a record that nobody can read so much is kept, in characters. */
const longestLetter = 65_536;

type RecordRow = Omit<RecordTable, 'number'>;

const nothing = {
  replaces: null,
  claim_code: null,
  purpose: null,
  ticket_index: null,
  contact_1: null,
  contact_2: null,
} as const;

export function toRecordRow(given: {
  item: ReadItem;
  kiosk: string;
  /** Null when another record has taken it. */
  sequence: number | null;
  rejected: Rejection | null;
  purged: ReadonlySet<Purpose>;
  isErased: boolean;
  now: number;
}): RecordRow {
  const { item, kiosk, sequence, rejected, purged, isErased, now } = given;
  const { record, digest, text } = item;
  const place = { kiosk, sequence, digest, rejected, visitor: null, received: now };
  if (rejected !== null || record === null) return { ...place, ...nothing, id: null, kind: null, body: null };
  const head = { ...place, ...nothing, id: record.id, kind: record.kind };
  if (record.kind !== 'registration' && record.kind !== 'check-in') return { ...head, body: text };
  const { purpose, replaces } = record;
  // What was to be erased by now is counted, and not kept.
  if (isErased || purged.has(purpose)) return { ...head, purpose, body: null };
  const [first = null, second = null] = record.contactIndexes;
  return {
    ...head,
    purpose,
    replaces,
    claim_code: record.claimCode,
    ticket_index: record.ticketIndex,
    contact_1: first,
    contact_2: second,
    body: text,
  };
}

const purposeSchema = z.object({ purpose: z.enum(purposes) });

export function toDeadLetterRow(given: {
  item: ReadItem;
  kiosk: string;
  reason: Rejection;
  purged: ReadonlySet<Purpose>;
  isErased: boolean;
  now: number;
}) {
  const { item, kiosk, reason, purged, isErased, now } = given;
  const { sequence, digest } = item;
  const purpose = readPurpose(item.text);
  // Whose purpose cannot be told goes with the first purge.
  const isPurged = purpose === null ? purged.size > 0 : purged.has(purpose);
  const text = isErased || isPurged ? null : item.text.slice(0, longestLetter).toWellFormed();
  return { kiosk, sequence, digest, reason, purpose, text, received: now };
}

function readPurpose(text: string): Purpose | null {
  const found = purposeSchema.safeParse(JSON.parse(text));
  return found.success ? found.data.purpose : null;
}
