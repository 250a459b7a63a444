import { kioskRecordSchema, type KioskRecord } from '../../domain/kiosk-record.ts';
import { ok } from '../../domain/result.ts';
import type { Answer } from './attempt.ts';
import type { Journal, Page, StoredRecord } from './journal.ts';

/**
 * A page of the records of every kind that can be read, in order of sequence; empty at the end only. What cannot be read goes to the hub as
 * it is and becomes a dead letter there; here it would only stand in the way of the rest.
 */
export function listReadable(journal: Pick<Journal, 'listStored'>, page: Page): Answer<KioskRecord[]> {
  let { afterSequence } = page;
  for (;;) {
    const stored = journal.listStored({ ...page, afterSequence });
    if (!stored.ok) return stored;
    const readable = stored.value.flatMap(read);
    const last = stored.value.at(-1);
    if (readable.length > 0 || !last) return ok(readable);
    afterSequence = last.sequence;
  }
}

function read({ content }: StoredRecord): KioskRecord[] {
  try {
    const record = kioskRecordSchema.safeParse(JSON.parse(content));
    return record.success ? [record.data] : [];
  } catch {
    return [];
  }
}
