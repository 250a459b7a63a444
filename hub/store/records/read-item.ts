import { hash, type KeyObject } from 'node:crypto';
import { kioskRecordSchema, type KioskRecord } from '../../../domain/kiosk-record.ts';
import type { Rejection } from '../../../domain/protocol/records.ts';
import type { Arriving } from '../../../domain/sync/intake.ts';
import { checkElsewhere, checkHere, type CheckSignature } from './signature.ts';

/** One item of a batch, looked at before the database is asked. */
export interface ReadItem extends Arriving {
  readonly sequence: number;
  /** Null when it has a fault. */
  readonly record: KioskRecord | null;
  /** As it is kept: one way only to write it, for what is readable. */
  readonly text: string;
}

export interface Sender {
  readonly kiosk: string;
  readonly event: string;
  readonly key: KeyObject;
}

/** @param batch `proof` as in `Ingest` */
export async function readItems(batch: {
  items: readonly unknown[];
  from: number;
  sender: Sender;
  proof: 'records' | 'request';
}): Promise<ReadItem[]> {
  const { items, from, sender, proof } = batch;
  const check = proof === 'request' ? () => true : items.length === 1 ? checkHere : checkElsewhere;
  return Promise.all(items.map((item, index) => readItem({ item, sequence: from + index, sender, check })));
}

async function readItem(given: {
  item: unknown;
  sequence: number;
  sender: Sender;
  check: CheckSignature;
}): Promise<ReadItem> {
  const { item, sequence, sender, check } = given;
  const parsed = kioskRecordSchema.safeParse(item);
  const text = parsed.success ? JSON.stringify(parsed.data) : writeUnread(item);
  const digest = hash('sha256', text, 'base64url');
  const reject = (fault: Rejection, id: string | null): ReadItem => ({
    id,
    digest,
    fault,
    sequence,
    record: null,
    text,
  });
  if (!parsed.success) return reject('malformed', null);
  const record = parsed.data;
  if (record.kiosk !== sender.kiosk || record.event !== sender.event) return reject('foreign', record.id);
  if (record.sequence !== sequence) return reject('malformed', record.id);
  if (!(await check(record, sender.key))) return reject('bad-signature', record.id);
  return { id: record.id, digest, fault: null, sequence, record, text };
}

/** V8 reads a nest of any depth, and runs out of stack when it writes one of some thousand levels: that is kept as nothing. */
function writeUnread(item: unknown): string {
  try {
    return JSON.stringify(item);
  } catch {
    return 'null';
  }
}
