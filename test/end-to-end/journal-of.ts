import { join } from 'node:path';
import type { Registration } from '../../domain/registration.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import { openRecord } from '../../domain/sealing/open-record.ts';
import { readJournal } from '../../electron/journal/read-journal.ts';
import type { Kiosk } from './open-kiosk.ts';
import { openSampleKey } from './sample-event.ts';

type Opened = Pick<Kiosk, 'dataFolder'>;

export function journalPath({ dataFolder }: Opened): string {
  return join(dataFolder, 'journal.sqlite');
}

/** What a kiosk has on its disk, in order of sequence; the kiosk may be running. */
export function readRecords(kiosk: Opened): SealedRecord[] {
  const records = readJournal(journalPath(kiosk));
  if (!records.ok) throw new Error(records.reason);
  return records.value;
}

/** As the organiser opens it. */
export async function openRegistration(record: SealedRecord): Promise<Registration> {
  const registration = await openRecord(record, await openSampleKey());
  if (!registration.ok) throw new Error(registration.reason);
  if (registration.value.kind !== 'registration') throw new Error('this is a check-in');
  return registration.value.registration;
}
