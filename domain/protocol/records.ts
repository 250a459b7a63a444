import { z } from 'zod';
import { epochSchema } from './words.ts';

/** As many records as one request may carry: about 300 kB. */
export const maximumBatch = 200;

/** Why the hub does not take a record; it keeps it as a dead letter, and the kiosk goes on with the next. */
export const rejections = [
  /** It does not fit the schema. */
  'malformed',
  /** The kiosk's signature does not hold. */
  'bad-signature',
  /** Another kiosk's, or another event's. */
  'foreign',
  /** The id belongs to a record with another content. */
  'other-content',
  /** A seat without a lease of this kiosk, or more seats than the lease has. */
  'no-lease',
] as const;
export type Rejection = (typeof rejections)[number];

/** POST /v1/records. Item i has the sequence `from` + i, whatever is in it, so that a record nobody can read does not block the rest. */
export const recordsRequestSchema = z.strictObject({
  /** Of the hub that the kiosk believes to talk to. */
  epoch: epochSchema,
  from: z.int().min(1),
  records: z.array(z.unknown()).min(1).max(maximumBatch),
});
export type RecordsRequest = z.infer<typeof recordsRequestSchema>;

export const recordAnswerSchema = z.discriminatedUnion('result', [
  z.object({ result: z.literal('accepted') }),
  z.object({ result: z.literal('duplicate') }),
  z.object({ result: z.literal('rejected'), reason: z.enum(rejections) }),
]);
export type RecordAnswer = z.infer<typeof recordAnswerSchema>;

/** One answer an item, in order, after all of it is on the hub's disk. */
export const recordsAnswerSchema = z.object({
  epoch: epochSchema,
  answers: z.array(recordAnswerSchema),
  /** What the hub expects next of this kiosk. */
  nextSequence: z.int().min(1),
});
export type RecordsAnswer = z.infer<typeof recordsAnswerSchema>;

/** The body of 409 `out-of-sequence`: another epoch, or a gap. The kiosk goes on from `nextSequence`, which a new hub says is 1. */
export const outOfSequenceSchema = z.object({
  error: z.literal('out-of-sequence'),
  epoch: epochSchema,
  nextSequence: z.int().min(1),
});

/** GET /v1/kiosk: what the hub knows of the kiosk that asks. */
export const kioskStateSchema = z.object({ epoch: epochSchema, nextSequence: z.int().min(1) });
export type KioskState = z.infer<typeof kioskStateSchema>;
