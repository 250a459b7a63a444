import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '../../domain/result.ts';
import { syncDirectory } from '../files/sync-directory.ts';

const journalName = 'journal.sqlite';
const copyName = 'journal-before-update.sqlite';

/** `PRAGMA user_version`; 0 when there is no journal yet. @throws when it cannot be read */
export function readJournalVersion(data: string): number {
  const path = join(data, journalName);
  if (!existsSync(path)) return 0;
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  try {
    return Number(database.prepare('pragma user_version').get()?.['user_version'] ?? 0);
  } finally {
    database.close();
  }
}

/**
 * For a version that will write the journal in a form that this one cannot read. Records are sealed in the copy as they are in the journal.
 * @throws what the disk says
 */
export function keepJournalCopy(data: string): void {
  dropJournalCopy(data);
  const database = new DatabaseSync(join(data, journalName), { timeout: 5000 });
  try {
    database.prepare('vacuum into ?').run(join(data, copyName));
  } finally {
    database.close();
  }
  sync(join(data, copyName));
  syncDirectory(data);
}

/** A visitor who is erased must not be left in it, so it goes as soon as it is not needed: written over, then taken away. */
export function dropJournalCopy(data: string): void {
  for (const name of [copyName, `${copyName}-wal`, `${copyName}-shm`]) {
    const path = join(data, name);
    if (!existsSync(path)) continue;
    const file = openSync(path, 'r+');
    const zeros = Buffer.alloc(64 * 1024);
    for (let left = statSync(path).size; left > 0; left -= zeros.length)
      writeSync(file, zeros, 0, Math.min(left, zeros.length));
    fsyncSync(file);
    closeSync(file);
    rmSync(path);
  }
}

/**
 * Puts a journal that a newer version has brought to its own form back to the form before, when nothing has happened in it since: not a
 * record, not a seat, nothing erased. Otherwise the data do not allow it, and nothing is changed.
 * @param known the highest version of a journal that the older Foyer reads
 */
export function returnJournal(data: string, known: number): Result<'as-it-is' | 'put-back', 'data-newer'> {
  const path = join(data, journalName);
  const copy = join(data, copyName);
  try {
    if (readJournalVersion(data) <= known) return ok('as-it-is');
    if (!existsSync(copy) || digest(path) !== digest(copy)) return err('data-newer');
    for (const rest of [`${path}-wal`, `${path}-shm`]) rmSync(rest, { force: true });
    renameSync(copy, path);
    syncDirectory(dirname(path));
    return ok('put-back');
  } catch {
    // A newer form may lack what is compared here: then nobody can say that it is the same.
    return err('data-newer');
  }
}

/** Of everything that must not be lost nor come back. */
function digest(path: string): string {
  const database = new DatabaseSync(path, { timeout: 5000 });
  try {
    const hash = createHash('sha256');
    for (const row of database.prepare('select id, content from record order by event, kiosk, sequence').iterate()) {
      hash.update(JSON.stringify(row));
    }
    for (const row of database.prepare('select id, seats, wanted, returned, epoch from lease order by id').iterate()) {
      hash.update(JSON.stringify(row));
    }
    // What its write-ahead log holds goes into the file, so that nothing is lost with the log.
    database.exec('pragma wal_checkpoint(truncate)');
    return hash.digest('hex');
  } finally {
    database.close();
  }
}

function sync(path: string): void {
  const file = openSync(path, 'r+');
  fsyncSync(file);
  closeSync(file);
}
