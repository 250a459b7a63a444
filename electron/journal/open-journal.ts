import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Logger } from 'pino';
import { err, ok, type Result } from '../../domain/result.ts';
import type { StartFailure } from '../start-failure.ts';
import { createJournal, type Journal } from './journal.ts';
import { migrate } from './migrate.ts';
import { syncDirectory } from '../files/sync-directory.ts';

/**
 * Opens or creates the journal. A file that cannot be trusted is left as it is: an empty one in its place would deny visitors who were
 * told that they are registered.
 */
export function openJournal(path: string, logger: Logger): Result<Journal, StartFailure> {
  let database: DatabaseSync | undefined;
  try {
    const isNew = !existsSync(path);
    database = new DatabaseSync(path, { timeout: 5000 });
    // Overwrites what a purge takes out, instead of leaving it in free pages of the file.
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on');
    migrate(database, Number(readPragma(database, 'user_version')));
    const integrity = readPragma(database, 'integrity_check');
    if (integrity !== 'ok') throw new Error(integrity);
    // A host that was killed within a purge leaves what it erased in the write-ahead log.
    database.exec('pragma wal_checkpoint(truncate)');
    if (isNew) syncDirectory(dirname(path));
    return ok(createJournal(database, logger));
  } catch (error) {
    if (database?.isOpen === true) database.close();
    return err({ code: 'journal', message: describeFailure(path, error) });
  }
}

function readPragma(database: DatabaseSync, name: 'user_version' | 'integrity_check'): string {
  return String(Object.values(database.prepare(`pragma ${name}`).get() ?? {})[0]);
}

function describeFailure(path: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return [
    `The journal ${path} cannot be opened: ${reason}.`,
    'It holds the registrations taken on this kiosk, so Foyer does not start without it and has not changed it.',
    'Check that the disk is not full and that this user may write there. If the file is damaged, copy the whole data folder to',
    'a safe place, keep it for the organiser, and start with another data folder (--data).',
  ].join('\n');
}
