import { z } from 'zod';
import { slugSchema } from './event.ts';
import { purposes } from './retention.ts';

const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);

/** What finds a pre-registered visitor among the others without saying who it is: 16 bytes derived from the ticket code, base64url. */
export const ticketIndexSchema = base64url.length(22);

/** `contactIndex` has so many bits: few enough that a stolen kiosk cannot tell one telephone number from dozens of others. */
export const contactIndexBits = 20;
const contactIndexSchema = z
  .int()
  .min(0)
  .max(2 ** contactIndexBits - 1);

export const claimCodeSchema = z.string().regex(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);

/** What every record of a kiosk has, sealed or not. */
export const recordHead = {
  /** UUIDv7, fixed when the visitor starts. */
  id: z.uuidv7(),
  event: slugSchema,
  kiosk: slugSchema,
  /** Gap-free per kiosk, from 1. */
  sequence: z.int().min(1),
  /** Ed25519 over `signedBytes`, base64url. */
  signature: base64url,
};

/**
 * A visitor's data as they lie on disk and travel: sealed to the event's public key with HPKE (RFC 9180, base mode) and signed by the
 * kiosk. Nothing in it but `ciphertext` names the visitor.
 */
export const sealedRecordSchema = z.strictObject({
  ...recordHead,
  /** A walk-in's own words, or the arrival of somebody who was registered before. */
  kind: z.enum(['registration', 'check-in']),
  /** 1: written before kiosks knew a hub, so it bound and signed less. */
  version: z.literal([1, 2]),
  /** The record that this one corrects, with the same claim code; null for the first. */
  replaces: z.uuidv7().nullable(),
  claimCode: claimCodeSchema,
  /** What it may be kept for, so that the purge needs no key. */
  purpose: z.enum(purposes),
  /** Of a check-in; null for a walk-in. */
  ticketIndex: ticketIndexSchema.nullable(),
  /** Of the e-mail address and the phone number, to find who registered twice (`contactIndex`). */
  contactIndexes: z.array(contactIndexSchema).max(2),
  /** HPKE encapsulated key, base64url. */
  encapsulatedKey: base64url,
  /** The registration or check-in as JSON, encrypted; base64url. */
  ciphertext: base64url,
});
export type SealedRecord = z.infer<typeof sealedRecordSchema>;
export type SealedEnvelope = Omit<SealedRecord, 'encapsulatedKey' | 'ciphertext' | 'signature'>;

/** What the encryption binds besides the text, so that a ciphertext cannot be moved to another record. */
export function associatedData(envelope: SealedEnvelope): Uint8Array<ArrayBuffer> {
  const { id, replaces, event, kiosk, sequence, claimCode } = envelope;
  const first = [id, replaces, event, kiosk, sequence, claimCode];
  if (envelope.version === 1) return encode(['foyer-registration-1', ...first]);
  const { kind, purpose, ticketIndex, contactIndexes } = envelope;
  return encode(['foyer-sealed-2', ...first, kind, purpose, ticketIndex, contactIndexes]);
}

/** What the kiosk signs: the whole record but the signature. */
export function signedSealedBytes(record: Omit<SealedRecord, 'signature'>): Uint8Array<ArrayBuffer> {
  const { id, replaces, event, kiosk, sequence, claimCode, encapsulatedKey, ciphertext } = record;
  const first = [id, replaces, event, kiosk, sequence, claimCode, encapsulatedKey, ciphertext];
  if (record.version === 1) return encode(['foyer-record-1', ...first]);
  const { kind, purpose, ticketIndex, contactIndexes } = record;
  return encode(['foyer-record-2', ...first, kind, purpose, ticketIndex, contactIndexes]);
}

/** One way only to read it: JSON keeps the borders between fields. */
export function encode(fields: readonly unknown[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(fields));
}
