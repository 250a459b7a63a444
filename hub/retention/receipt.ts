import { encode } from '../../domain/sealed-record.ts';
import type { PurgeReceipt } from './retention.ts';

/** What the hub signs: the whole receipt but the signature. */
export function receiptBytes({ order, counts, due, at }: Omit<PurgeReceipt, 'signature'>): Uint8Array<ArrayBuffer> {
  const { sealedRecords, deadLetters, attendees } = counts;
  const { id, event, purpose, signature } = order;
  return encode([
    'foyer-purge-receipt-1',
    id,
    event,
    purpose,
    signature,
    sealedRecords,
    deadLetters,
    attendees,
    due,
    at,
  ]);
}
