/** `PRAGMA user_version` of a cache that this version writes. Version 1 is brought up to it; any other is replaced: it is only a cache. */
export const cacheVersion = 2;

/** Version 1 knew no staff. An enrolled kiosk that is offline on the day of an update keeps its event. */
export const staffSchema = `
  create table staff_lock (
    only integer primary key check (only = 1),
    /** Wrong PINs in a row. */
    wrong integer not null
  ) strict;
  insert into staff_lock (only, wrong) values (1, 0);
  pragma user_version = ${String(cacheVersion)};
`;

/** `staged_…` is a download that has to be whole before anybody sees it. */
export const schema = `
  create table item (
    kind text not null,
    id text not null,
    /** When it last changed in this cache, by a number that goes up. */
    revision integer not null,
    /** JSON; null when it was taken out, so that pages which have it hear of it. */
    content text,
    primary key (kind, id)
  ) strict, without rowid;
  create index item_revision on item (revision);
  create table attendee (ticket_index text primary key not null, ciphertext text not null) strict, without rowid;
  create table staged_item (
    kind text not null, id text not null, content text not null, primary key (kind, id)
  ) strict, without rowid;
  create table staged_attendee (ticket_index text primary key not null, ciphertext text not null) strict, without rowid;
  create table state (
    /** Of this file: cursors of another mean nothing. */
    generation text not null,
    revision integer not null,
    /** Of the hub's feed. */
    cursor text,
    /** Of a download that begins with nothing and is not whole yet. */
    staged_cursor text,
    /** SHA-256 of the event pack that was put in last. */
    pack text,
    /** ISO 8601, for people. */
    updated text
  ) strict;
  ${staffSchema}
`;
