import type { SealedRecord } from '../../../domain/sealed-record.ts';
import { openRecord } from '../../../domain/sealing/open-record.ts';
import type { Found } from './ledger.ts';
import { contentOf } from './walk-ins.ts';

/** As the organiser opens them; one that does not open has no content that anybody entered. */
export async function openContents(records: readonly SealedRecord[], privateKey: CryptoKey): Promise<Found[]> {
  return Promise.all(
    records.map(async (record) => {
      const opened = await openRecord(record, privateKey);
      if (!opened.ok) return { id: record.id, content: opened.reason };
      const content = opened.value.kind === 'registration' ? opened.value.registration : opened.value.checkIn;
      return { id: record.id, content: contentOf(content) };
    }),
  );
}
