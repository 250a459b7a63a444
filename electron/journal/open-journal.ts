import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Logger } from 'pino';
import { err, ok, type Result } from '../../domain/result.ts';
import type { StartFailure } from '../start-failure.ts';
import { createJournal, type Journal } from './journal.ts';
import { syncDirectory } from './sync-directory.ts';

/** `PRAGMA user_version` of a journal that this version writes. */
const version = 1;

/**
 * The sequence is checked in the insert's own transaction, and nothing is ever changed or taken out: what a kiosk has told the
 * visitor, and later the hub, stays as it was.
 */
const schema = `
  create table sealed_record (
    id text primary key not null,
    replaces text,
    event text not null,
    kiosk text not null,
    sequence integer not null,
    claim_code text not null,
    encapsulated_key text not null,
    ciphertext text not null,
    signature text not null,
    unique (event, kiosk, sequence)
  ) strict;
  create index sealed_record_claim_code on sealed_record (claim_code);
  create trigger sealed_record_sequence before insert on sealed_record
    when new.sequence is not (
      select coalesce(max(sequence), 0) + 1 from sealed_record where event = new.event and kiosk = new.kiosk
    )
    begin select raise(abort, 'the sequence has a gap or goes back'); end;
  create trigger sealed_record_update before update on sealed_record
    begin select raise(abort, 'a sealed record is never changed'); end;
  create trigger sealed_record_delete before delete on sealed_record
    begin select raise(abort, 'a sealed record is never deleted'); end;
  pragma user_version = ${String(version)};
`;

/**
 * Opens or creates the journal. A file that cannot be trusted is left as it is: an empty one in its place would deny visitors who were
 * told that they are registered.
 */
export function openJournal(path: string, logger: Logger): Result<Journal, StartFailure> {
  let database: DatabaseSync | undefined;
  try {
    const isNew = !existsSync(path);
    database = new DatabaseSync(path, { timeout: 5000 });
    database.exec('pragma journal_mode = wal; pragma synchronous = full');
    const found = readPragma(database, 'user_version');
    if (Number(found) > version) {
      throw new Error(`it was written by a newer Foyer (journal version ${found}, this one knows ${version})`);
    }
    if (found === '0') migrate(database);
    const integrity = readPragma(database, 'integrity_check');
    if (integrity !== 'ok') throw new Error(integrity);
    if (isNew) syncDirectory(dirname(path));
    return ok(createJournal(database, logger));
  } catch (error) {
    if (database?.isOpen === true) database.close();
    return err({ code: 'journal', message: describeFailure(path, error) });
  }
}

function migrate(database: DatabaseSync): void {
  database.exec(`begin immediate; ${schema} commit`);
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
