import { z } from 'zod';
import { slugSchema } from './event.ts';
import { purposes } from './retention.ts';
import { claimCodeSchema, encode, recordHead, sealedRecordSchema, signedSealedBytes } from './sealed-record.ts';

/** A seat of the agenda, asked for at a kiosk. It names no one: the claim code is on the visitor's badge and in the sealed record. */
export const seatRecordSchema = z.strictObject({
  ...recordHead,
  kind: z.literal('seat'),
  claimCode: claimCodeSchema,
  /** Id of the agenda's session. */
  session: slugSchema,
  /** `book` takes a seat of `lease`; `wait` is the waiting list; `cancel` gives back what the record `cancels` took. */
  action: z.enum(['book', 'wait', 'cancel']),
  lease: z.uuid().nullable(),
  cancels: z.uuidv7().nullable(),
});
export type SeatRecord = z.infer<typeof seatRecordSchema>;

/** The kiosk's receipt for a purge that the hub ordered: how many records it emptied, and nothing of whom. */
export const purgeRecordSchema = z.strictObject({
  ...recordHead,
  kind: z.literal('purge'),
  /** Id of the order. */
  order: z.uuid(),
  purpose: z.enum(purposes),
  purged: z.int().min(0),
});
export type PurgeRecord = z.infer<typeof purgeRecordSchema>;

/** What is left of a record that was purged, so that the sequence has no gap when a new hub asks for everything. */
export const tombstoneSchema = z.strictObject({
  ...recordHead,
  kind: z.literal('tombstone'),
  order: z.uuid(),
});
export type Tombstone = z.infer<typeof tombstoneSchema>;

/** All that a kiosk's journal holds and its hub takes, in one gap-free sequence. */
export const kioskRecordSchema = z.discriminatedUnion('kind', [
  sealedRecordSchema,
  seatRecordSchema,
  purgeRecordSchema,
  tombstoneSchema,
]);
export type KioskRecord = z.infer<typeof kioskRecordSchema>;

export type UnsignedRecord = KioskRecord extends infer Each
  ? Each extends KioskRecord
    ? Omit<Each, 'signature'>
    : never
  : never;

/** What the kiosk signs: the whole record but the signature. */
export function signedBytes(record: UnsignedRecord): Uint8Array<ArrayBuffer> {
  const { kind, id, event, kiosk, sequence } = record;
  const head = [`foyer-${kind}-1`, id, event, kiosk, sequence];
  switch (record.kind) {
    case 'registration':
    case 'check-in':
      return signedSealedBytes(record);
    case 'seat':
      return encode([...head, record.claimCode, record.session, record.action, record.lease, record.cancels]);
    case 'purge':
      return encode([...head, record.order, record.purpose, record.purged]);
    case 'tombstone':
      return encode([...head, record.order]);
  }
}
