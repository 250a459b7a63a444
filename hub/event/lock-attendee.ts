import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { attendeeSchema, type Attendee } from '../../domain/attendee.ts';
import { encode } from '../../domain/sealed-record.ts';
import { sealJson } from '../../domain/sealing/hpke.ts';
import type { Recipient } from '../../domain/sealing/recipient.ts';
import { deriveTicket, lockAttendee, normaliseTicketCode } from '../../domain/sealing/ticket.ts';
import type { PublishedAttendee } from '../store/store.ts';

export interface LockingKeys {
  /** The event's public key, as text and to seal to. */
  readonly sealingKey: string;
  readonly recipient: CryptoKey;
}

/**
 * What the hub keeps of one attendee: an entry that only their ticket opens, and a copy that only the event's key opens. The derivation
 * costs 60 ms and 32 MB where the code can be guessed.
 */
export async function lockOne(attendee: Attendee, { sealingKey, recipient }: LockingKeys): Promise<PublishedAttendee> {
  const { code, ...details } = attendee;
  const ticket = await deriveTicket(code, sealingKey);
  const sealed = await sealJson(attendee, recipient, contextOf(ticket.index));
  const tag = createHmac('sha256', ticket.key).update(toText(details)).digest('base64url');
  return { ...lockAttendee(details, ticket), sealed: JSON.stringify(sealed), tag };
}

const sealedSchema = z.strictObject({ encapsulatedKey: z.string(), ciphertext: z.string() });

/** The copy that only the event's key opens; null when it is another's. */
export function openSealedAttendee(
  { index, sealed }: { index: string; sealed: string },
  recipient: Recipient,
): Attendee | null {
  const parsed = sealedSchema.safeParse(readJson(sealed));
  const opened = parsed.success ? recipient.open(parsed.data, contextOf(index)) : null;
  const attendee = opened?.ok === true ? attendeeSchema.safeParse(opened.value) : null;
  return attendee?.success === true ? attendee.data : null;
}

function contextOf(index: string) {
  return { purpose: 'foyer attendee', associatedData: encode(['foyer-attendee-1', index]) } as const;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Whether an attendee is who they were when the list was last loaded, without a derivation: an HMAC under a key of this hub's folder. It
 * covers code and details at once, so that a guess at one of them alone cannot be tested.
 */
export function digestAttendee(
  attendee: Attendee,
  { key, sealingKey }: { key: Uint8Array; sealingKey: string },
): string {
  const { code, ...details } = attendee;
  const text = JSON.stringify([sealingKey, normaliseTicketCode(code), toText(details)]);
  return createHmac('sha256', key).update(text).digest('base64url');
}

/** One text for the same details, in whatever order a table had its columns. */
function toText(details: Omit<Attendee, 'code'>): string {
  return JSON.stringify(Object.entries(details).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
