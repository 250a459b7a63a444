import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';
import { sealedRecordSchema, type SealedRecord } from '../../domain/sealed-record.ts';
import { recordColumns } from './journal.ts';

/** All records of a journal file in order of sequence, without changing it; the kiosk may be running. The reason is a sentence. */
export function readJournal(path: string): Result<SealedRecord[], string> {
  if (!existsSync(path))
    return err(`There is no journal ${path}. It is the file journal.sqlite in a kiosk’s data folder.`);
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      const rows = database.prepare(`select ${recordColumns} from sealed_record order by event, kiosk, sequence`).all();
      return ok(z.array(sealedRecordSchema).parse(rows));
    } finally {
      database.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(`The journal ${path} cannot be read: ${reason}.`);
  }
}
