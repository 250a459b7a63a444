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

/** The signature is checked on another thread, 0.13 ms each: `node:crypto` calls back. */
export async function readItem({
  item,
  sequence,
  sender,
}: {
  item: unknown;
  sequence: number;
  sender: Sender;
}): Promise<ReadItem> {
  const parsed = kioskRecordSchema.safeParse(item);
  const text = JSON.stringify(parsed.success ? parsed.data : item);
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
  if (!(await hasValidSignature(record, sender.key))) return reject('bad-signature', record.id);
  return { id: record.id, digest, fault: null, sequence, record, text };
}

function hasValidSignature(record: KioskRecord, key: KeyObject): Promise<boolean> {
  const signature = Buffer.from(record.signature, 'base64url');
  return new Promise((resolve) => {
    verify(null, signedBytes(record), key, signature, (error, isValid) => {
      resolve(error === null && isValid);
    });
  });
}

/** @param publicKey Ed25519, 32 bytes, base64url */
export function readPublicKey(publicKey: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
}
