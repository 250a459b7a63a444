import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/**
 * Whether another process has an SQLite file of WAL mode open, which keeps a shared lock on it the whole time. It is asked by wanting the
 * file alone, without waiting; nothing in it is changed. @see https://sqlite.org/pragma.html#pragma_locking_mode
 */
export function isInUse(path: string): boolean {
  if (!existsSync(path)) return false;
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('pragma locking_mode = exclusive');
    database.prepare('select count(*) from sqlite_schema').get();
    return false;
  } catch (error) {
    // SQLITE_BUSY; a file that is no database is nobody's.
    return error instanceof Error && 'errcode' in error && error.errcode === 5;
  } finally {
    database.close();
  }
}
