import { join } from 'node:path';
import { readJournal } from '../../../electron/journal/read-journal.ts';
import { openSampleKey } from '../../end-to-end/sample-event.ts';
import type { Found } from './ledger.ts';
import { openContents } from './open-contents.ts';

export const journalFile = (folder: string) => join(folder, 'journal.sqlite');

/** What a kiosk has on its own disk, opened. Rejects when the file cannot be read. */
export async function readKept(folder: string): Promise<Found[]> {
  const records = readJournal(journalFile(folder));
  if (!records.ok) throw new Error(records.reason);
  return openContents(records.value, await openSampleKey());
}
