import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';
import { sealedRecordSchema, type SealedRecord } from '../../domain/sealed-record.ts';
import { readFirstVersion } from './migrate.ts';
import { journalVersion } from './schema.ts';

/** All sealed records of a journal file in order of sequence, without changing it; the kiosk may be running. The reason is a sentence. */
export function readJournal(path: string): Result<SealedRecord[], string> {
  if (!existsSync(path))
    return err(`There is no journal ${path}. It is the file journal.sqlite in a kiosk’s data folder.`);
  try {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      return ok(readSealed(database));
    } finally {
      database.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(`The journal ${path} cannot be read: ${reason}.`);
  }
}

const rowsSchema = z.array(z.object({ content: z.string() }));

function readSealed(database: DatabaseSync): SealedRecord[] {
  const version = Number(Object.values(database.prepare('pragma user_version').get() ?? {})[0]);
  if (version === 1) return readFirstVersion(database);
  // Version 2 has the same records.
  if (version !== 2 && version !== journalVersion)
    throw new Error(`it has journal version ${String(version)}, which this Foyer does not know`);
  const rows = database
    .prepare("select content from record where kind in ('registration', 'check-in') order by event, kiosk, sequence")
    .all();
  return rowsSchema.parse(rows).map(({ content }) => sealedRecordSchema.parse(JSON.parse(content)));
}
