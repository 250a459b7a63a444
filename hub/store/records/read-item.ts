import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto';
import { kioskRecordSchema, signedBytes, type KioskRecord } from '../../../domain/kiosk-record.ts';
import type { Rejection } from '../../../domain/protocol/records.ts';
import type { Arriving } from '../../../domain/sync/intake.ts';

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

/**
 * A signature takes 0.1 ms. Those of a batch are checked on other threads, so that both cores work; a single one is checked here, because
 * handing it over and waking up again takes longer.
 */
export async function readItems({
  items,
  from,
  sender,
}: {
  items: readonly unknown[];
  from: number;
  sender: Sender;
}): Promise<ReadItem[]> {
  const check = items.length === 1 ? checkHere : checkElsewhere;
  return Promise.all(items.map((item, index) => readItem({ item, sequence: from + index, sender, check })));
}

type Check = (given: { bytes: Uint8Array; key: KeyObject; signature: Uint8Array }) => boolean | Promise<boolean>;

const checkHere: Check = ({ bytes, key, signature }) => verify(null, bytes, key, signature);

const checkElsewhere: Check = ({ bytes, key, signature }) =>
  new Promise((resolve) => {
    verify(null, bytes, key, signature, (error, isValid) => {
      resolve(error === null && isValid);
    });
  });

async function readItem({
  item,
  sequence,
  sender,
  check,
}: {
  item: unknown;
  sequence: number;
  sender: Sender;
  check: Check;
}): Promise<ReadItem> {
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
  const signature = Buffer.from(record.signature, 'base64url');
  const isValid = await check({ bytes: signedBytes(record), key: sender.key, signature });
  if (!isValid) return reject('bad-signature', record.id);
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

/** @param publicKey Ed25519, 32 bytes, base64url */
export function readPublicKey(publicKey: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
}
