import { writeSync } from 'node:fs';
import process from 'node:process';
import { destination, pino } from 'pino';
import { openJournal } from './open-journal.ts';
import { createRecord } from './test-records.ts';

/**
 * The child that journal.faults.test.ts kills: appends records to the journal of its first argument and acknowledges each on standard
 * output after the commit, until something ends it.
 */
function writeUntilKilled(path: string): void {
  const journal = openJournal(path, pino(destination(2)));
  if (!journal.ok) throw new Error(journal.reason.message);
  const kiosk = { event: 'event-1', kiosk: 'K1' };
  for (;;) {
    const sequence = journal.value.nextSequence(kiosk);
    if (!sequence.ok) return void writeSync(1, `${sequence.reason}\n`);
    const record = createRecord({ ...kiosk, sequence: sequence.value, ciphertext: 'x'.repeat(1500) });
    const kept = journal.value.append(record);
    if (!kept.ok) return void writeSync(1, `${kept.reason}\n`);
    writeSync(1, `kept ${sequence.value} ${record.id}\n`);
  }
}

writeUntilKilled(process.argv[2] ?? '');
