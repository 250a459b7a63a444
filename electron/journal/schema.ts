/** `PRAGMA user_version` of a journal that this version writes. */
export const journalVersion = 3;

/**
 * `record` holds all that a kiosk has to say, in one gap-free sequence, with the columns beside `content` that something looks for. The
 * sequence is checked in the insert's own transaction, and nothing is changed or taken out: what a kiosk has told the visitor and the hub
 * stays as it was. The one exception is a purge, which leaves a tombstone where personal data were.
 */
const recordSchema = `
  create table record (
    id text primary key not null,
    event text not null,
    kiosk text not null,
    sequence integer not null,
    kind text not null check (kind in ('registration', 'check-in', 'seat', 'purge', 'tombstone')),
    claim_code text,
    purpose text,
    ticket_index text,
    session text,
    action text,
    lease text,
    cancels text,
    /** The whole record as JSON, as it was signed. */
    content text not null,
    unique (event, kiosk, sequence)
  ) strict;
  create index record_claim_code on record (claim_code);
  create index record_ticket_index on record (ticket_index) where ticket_index is not null;
  create index record_cancels on record (cancels) where cancels is not null;
  create index record_lease on record (lease) where lease is not null;

  create trigger record_sequence before insert on record
    when new.sequence is not (
      select coalesce(max(sequence), 0) + 1 from record where event = new.event and kiosk = new.kiosk
    )
    begin select raise(abort, 'the sequence has a gap or goes back'); end;
  create trigger record_update before update on record
    when not (
      old.kind in ('registration', 'check-in') and new.kind = 'tombstone'
      and (new.id, new.event, new.kiosk, new.sequence) = (old.id, old.event, old.kiosk, old.sequence)
      and coalesce(new.claim_code, new.purpose, new.ticket_index, new.session, new.action, new.lease, new.cancels) is null
      and new.content ->> '$.kind' = 'tombstone' and new.content ->> '$.id' = old.id
      and new.content ->> '$.ciphertext' is null and new.content ->> '$.claimCode' is null
    )
    begin select raise(abort, 'a record is never changed'); end;
  create trigger record_delete before delete on record
    begin select raise(abort, 'a record is never deleted'); end;

  create table contact (
    contact_index integer not null,
    record text not null references record (id),
    primary key (contact_index, record)
  ) strict, without rowid;
  create index contact_record on contact (record);

  create table possible_duplicate (
    earlier text not null references record (id),
    later text not null references record (id),
    primary key (earlier, later)
  ) strict, without rowid;

  create table outbox (
    event text not null,
    kiosk text not null,
    epoch text,
    next_sequence integer not null,
    primary key (event, kiosk)
  ) strict, without rowid;

  create table dead_letter (
    event text not null,
    kiosk text not null,
    sequence integer not null,
    reason text not null,
    primary key (event, kiosk, sequence)
  ) strict, without rowid;

  create table lease (
    id text primary key not null,
    event text not null,
    kiosk text not null,
    session text not null,
    /** Null while the hub has not answered. */
    seats integer,
    wanted integer not null,
    returned integer not null default 0,
    /** Of the hub that granted it. */
    epoch text
  ) strict;
`;

/** How sheets ended, beside the sequence: it names nobody and is never sent as a record. */
const printSchema = `
  create table print_outcome (
    id text primary key not null,
    at text not null,
    document text not null,
    copy text not null,
    printer text not null,
    state text not null check (state in ('printed', 'failed', 'unknown', 'cancelled')),
    fault text
  ) strict;
`;

const stamp = `pragma user_version = ${String(journalVersion)};`;

/** Of a new journal, and what one of version 1 gets beside the table that it has. */
export const schema = `${recordSchema}${printSchema}${stamp}`;

/** What a journal of version 2 lacks. */
export const sinceSecond = `${printSchema}${stamp}`;
