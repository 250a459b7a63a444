import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export type DatabaseKind = 'sqlite' | 'postgres';

/** What the two databases write differently. */
const dialects = {
  sqlite: { kind: 'sqlite', integer: 'integer', number: 'integer primary key autoincrement', end: 'strict' },
  postgres: { kind: 'postgres', integer: 'bigint', number: 'bigint generated always as identity primary key', end: '' },
} as const;
type Words = (typeof dialects)[DatabaseKind];

const recordIndexes = [
  'create index record_visitor on record (visitor) where visitor is not null',
  'create index record_replaces on record (replaces) where replaces is not null',
  'create index record_claim_code on record (claim_code) where claim_code is not null',
  'create index record_ticket_index on record (ticket_index) where ticket_index is not null',
  'create index record_contact_1 on record (contact_1) where contact_1 is not null',
  'create index record_contact_2 on record (contact_2) where contact_2 is not null',
];

/**
 * Step i takes version i to i + 1. Steps that were released are never changed. Partial indexes keep an insert cheap: most visitors have no
 * ticket, one contact, and never correct themselves.
 */
const steps: readonly ((words: Words) => readonly string[])[] = [
  ({ integer, number, end }) => [
    `create table hub (
      id integer primary key not null check (id = 1),
      epoch text not null,
      revision ${integer} not null,
      purged text not null,
      seats_open integer not null,
      restored integer not null
    ) ${end}`,
    `create table setting (key text primary key not null, value text not null) ${end}`,
    `create table kiosk (
      kiosk text primary key not null,
      position text,
      public_key text not null unique,
      is_revoked integer not null,
      last_seen ${integer}
    ) ${end}`,
    `create table enrolment_code (
      secret_hash text primary key not null,
      position text,
      expires ${integer} not null,
      used_by text
    ) ${end}`,
    createRecordTable({ integer, number, end }, { name: 'record', sequence: 'not null' }),
    ...recordIndexes,
    `create table dead_letter (
      id ${number},
      kiosk text not null,
      sequence ${integer} not null,
      digest text not null,
      reason text not null,
      purpose text,
      text text,
      received ${integer} not null,
      unique (kiosk, sequence, digest, reason)
    ) ${end}`,
    `create table pair (
      id ${number},
      kind text not null,
      state text not null,
      before text,
      first text not null,
      second text not null,
      found ${integer} not null,
      unique (first, second)
    ) ${end}`,
    'create index pair_second on pair (second)',
    'create index pair_state on pair (state)',
    `create table pair_log (id ${number}, pair ${integer} not null, action text not null, at ${integer} not null) ${end}`,
    'create index pair_log_pair on pair_log (pair)',
    `create table lease (
      id text primary key not null,
      kiosk text not null,
      session text not null,
      seats integer not null,
      returned integer not null
    ) ${end}`,
    'create index lease_session on lease (session)',
    `create table seat (
      id text primary key not null,
      kiosk text not null,
      session text not null,
      action text not null,
      lease text,
      claim_code text not null,
      cancelled_by text
    ) ${end}`,
    'create index seat_lease on seat (lease) where lease is not null',
    'create index seat_session on seat (session)',
    `create table feed_item (
      kind text not null,
      id text not null,
      revision ${integer} not null unique,
      body text,
      primary key (kind, id)
    ) ${end}`,
    `create table attendee (ticket_index text primary key not null, sealed text not null, tag text not null) ${end}`,
    `create table purge_receipt (purpose text primary key not null, body text not null) ${end}`,
  ],
  // A record may stand beside the one that took its sequence before. SQLite takes `not null` off a column by copying the table.
  ({ kind, ...words }) =>
    kind === 'postgres'
      ? ['alter table record alter column sequence drop not null']
      : [
          createRecordTable(words, { name: 'record_copy', sequence: 'null' }),
          'insert into record_copy select * from record',
          'drop table record',
          'alter table record_copy rename to record',
          ...recordIndexes,
        ],
  ({ kind, integer, end }) => [
    // Null in records from before.
    `alter table record add column received ${integer}`,
    `create table staff (
      number text primary key not null,
      label text not null,
      role text not null,
      pin_salt text not null,
      pin_hash text not null,
      badge text
    ) ${end}`,
    `create table staff_try (source text primary key not null, wrong integer not null) ${end}`,
    `create table kiosk_report (kiosk text primary key not null, body text not null) ${end}`,
    `create table announcement (
      id text primary key not null,
      at ${integer} not null,
      ends ${integer} not null,
      staff text
    ) ${end}`,
    `create table audit (
      number ${integer} primary key not null,
      at ${integer} not null,
      staff text,
      role text,
      kiosk text,
      action text not null,
      subjects text not null,
      previous text not null unique,
      hash text not null
    ) ${end}`,
    ...appendOnly[kind],
  ],
  // What was erased because a visitor withdrew consent: nothing of it may be kept when it comes again.
  ({ number, end }) => [
    `create table erased (number ${number}, id text not null unique, claim_code text, erase_order text) ${end}`,
    'create index erased_claim_code on erased (claim_code) where claim_code is not null',
  ],
];

const appendOnlyWords = 'the audit trail is append-only';
/** Not even this program changes or deletes an entry. */
const appendOnly = {
  sqlite: (['update', 'delete'] as const).map(
    (verb) => `create trigger audit_no_${verb} before ${verb} on audit
      begin select raise(abort, '${appendOnlyWords}'); end`,
  ),
  postgres: [
    `create function audit_is_append_only() returns trigger language plpgsql
      as $$ begin raise exception '${appendOnlyWords}'; end $$`,
    `create trigger audit_no_change before update or delete on audit
      for each row execute function audit_is_append_only()`,
    `create trigger audit_no_truncate before truncate on audit
      for each statement execute function audit_is_append_only()`,
  ],
};

function createRecordTable(
  { integer, number, end }: Omit<Words, 'kind'>,
  { name, sequence }: { name: string; sequence: 'null' | 'not null' },
): string {
  return `create table ${name} (
      number ${number},
      kiosk text not null,
      sequence ${integer} ${sequence},
      id text unique,
      digest text not null,
      rejected text,
      kind text,
      visitor text,
      replaces text,
      claim_code text,
      purpose text,
      ticket_index text,
      contact_1 integer,
      contact_2 integer,
      body text,
      unique (kiosk, sequence)
    ) ${end}`;
}

/** What this code reads and writes. */
export const schemaVersion = steps.length;

/**
 * Brings the tables to `schemaVersion`. The caller holds the lock and the transaction, so that processes starting together do it once.
 * @param until the version to stop at
 * @returns the version that was found, and does nothing when it is newer than this code
 */
export async function migrate({
  db,
  kind,
  epoch,
  until = schemaVersion,
}: {
  db: Kysely<Tables>;
  kind: DatabaseKind;
  epoch: string;
  until?: number;
}): Promise<number> {
  await sql`create table if not exists foyer_schema (version integer not null)`.execute(db);
  const { rows } = await sql<{ version: number }>`select version from foyer_schema`.execute(db);
  const found = rows[0]?.version ?? 0;
  if (found >= until) return found;
  for (const statement of steps.slice(found, until).flatMap((step) => step(dialects[kind])))
    await sql.raw(statement).execute(db);
  await sql`delete from foyer_schema`.execute(db);
  await sql`insert into foyer_schema (version) values (${until})`.execute(db);
  if (found === 0) {
    const first = { id: 1, epoch, revision: 0, purged: '', seats_open: 1, restored: 0 };
    await db.insertInto('hub').values(first).execute();
  }
  return found;
}
