import { checkInSchema, type CheckIn } from '../attendee.ts';
import { registrationSchema, type Registration } from '../registration.ts';
import { err, ok, type Result } from '../result.ts';
import { associatedData, type SealedRecord } from '../sealed-record.ts';
import { openJson } from './hpke.ts';

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
  const context = { purpose: 'foyer registration', associatedData: associatedData(record) } as const;
  const opened = await openJson(record, privateKey, context);
  if (!opened.ok) return opened;
  if (record.kind === 'registration') {
    const registration = registrationSchema.safeParse(opened.value);
    return registration.success ? ok({ kind: record.kind, registration: registration.data }) : err('cannot-open');
  }
  const checkIn = checkInSchema.safeParse(opened.value);
  return checkIn.success ? ok({ kind: record.kind, checkIn: checkIn.data }) : err('cannot-open');
}
