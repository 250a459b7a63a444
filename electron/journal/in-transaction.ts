import type { DatabaseSync } from 'node:sqlite';

/** All of the work or none of it; on the disk when this returns. */
export function inTransaction<Value>(database: DatabaseSync, work: () => Value): Value {
  database.exec('begin immediate');
  try {
    const value = work();
    database.exec('commit');
    return value;
  } catch (error) {
    // A full disk may have ended the transaction already.
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}
