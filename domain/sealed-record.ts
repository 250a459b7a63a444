import { z } from 'zod';
import { slugSchema } from './event.ts';

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);

/**
 * A registration as it lies on disk and travels: sealed to the event's public key with HPKE (RFC 9180, base mode) and signed by the
 * kiosk. Nothing in it but `ciphertext` depends on who the visitor is.
 */
export const sealedRecordSchema = z.strictObject({
  /** UUIDv7, fixed when the visitor starts. */
  id: z.uuidv7(),
  /** The record that this one corrects, with the same claim code; null for the first. */
  replaces: z.uuidv7().nullable(),
  event: slugSchema,
  kiosk: slugSchema,
  /** Gap-free per kiosk, from 1. */
  sequence: z.int().min(1),
  claimCode: z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/),
  /** HPKE encapsulated key, base64url. */
  encapsulatedKey: base64url,
  /** The registration as JSON, encrypted; base64url. */
  ciphertext: base64url,
  /** Ed25519 over `signedBytes`, base64url. */
  signature: base64url,
});
export type SealedRecord = z.infer<typeof sealedRecordSchema>;

type Envelope = Pick<SealedRecord, 'id' | 'replaces' | 'event' | 'kiosk' | 'sequence' | 'claimCode'>;

/** What the encryption binds besides the text, so that a ciphertext cannot be moved to another record. */
export function associatedData(envelope: Envelope): Uint8Array<ArrayBuffer> {
  const { id, replaces, event, kiosk, sequence, claimCode } = envelope;
  return encode(['foyer-registration-1', id, replaces, event, kiosk, sequence, claimCode]);
}

/** What the kiosk signs: the whole record but the signature. */
export function signedBytes(record: Omit<SealedRecord, 'signature'>): Uint8Array<ArrayBuffer> {
  const { id, replaces, event, kiosk, sequence, claimCode, encapsulatedKey, ciphertext } = record;
  return encode(['foyer-record-1', id, replaces, event, kiosk, sequence, claimCode, encapsulatedKey, ciphertext]);
}

function encode(fields: readonly (string | number | null)[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(fields));
}
