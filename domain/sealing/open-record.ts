import { checkInSchema, type CheckIn } from '../attendee.ts';
import { registrationSchema, type Registration } from '../registration.ts';
import { err, ok, type Result } from '../result.ts';
import { associatedData, type SealedRecord } from '../sealed-record.ts';
import { openJson } from './hpke.ts';
import type { Recipient } from './recipient.ts';

export type OpenedRecord =
  | { readonly kind: 'registration'; readonly registration: Registration }
  | { readonly kind: 'check-in'; readonly checkIn: CheckIn };

/**
 * What the kiosk's sealer closed. `cannot-open`: sealed to another event's key, or changed since.
 * @param privateKey of the event, from `openEventKey`
 */
export async function openRecord(
  record: SealedRecord,
  privateKey: CryptoKey,
): Promise<Result<OpenedRecord, 'cannot-open'>> {
  const opened = await openJson(record, privateKey, contextOf(record));
  return opened.ok ? readOpened(record.kind, opened.value) : opened;
}

/** The same where many are opened. */
export function openRecordNow(record: SealedRecord, recipient: Recipient): Result<OpenedRecord, 'cannot-open'> {
  const opened = recipient.open(record, contextOf(record));
  return opened.ok ? readOpened(record.kind, opened.value) : opened;
}

function contextOf(record: SealedRecord) {
  return { purpose: 'foyer registration', associatedData: associatedData(record) } as const;
}

function readOpened(kind: SealedRecord['kind'], value: unknown): Result<OpenedRecord, 'cannot-open'> {
  if (kind === 'registration') {
    const registration = registrationSchema.safeParse(value);
    return registration.success ? ok({ kind, registration: registration.data }) : err('cannot-open');
  }
  const checkIn = checkInSchema.safeParse(value);
  return checkIn.success ? ok({ kind, checkIn: checkIn.data }) : err('cannot-open');
}
