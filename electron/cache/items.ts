import type { DatabaseSync } from 'node:sqlite';
import type { FeedChange, FeedKind } from '../../domain/protocol/feed.ts';

/** What only a hub tells, beside attendees: it stays when an event pack takes the place of another. */
export const hubOnlyKinds = [
  'purge-order',
  'erase-order',
  'staff',
  'closed-session',
  'kiosk-settings',
  'announcement',
] as const satisfies FeedKind[];
/** A closed session is no page's to keep either, but pages have to ask for seats again; settings are the host's, which hears by the same bell. */
const unheard: ReadonlySet<FeedKind> = new Set(['purge-order', 'erase-order', 'staff']);

/** Writes changes where pages see them. To be called inside a transaction. */
export interface ItemWriter {
  /** @returns whether a page has to hear of it: of attendees, staff and orders it never does */
  put(change: FeedChange, revision: number): boolean;
  clearAttendees(): void;
  /** What the staging area has, instead of all there was. */
  takeStaged(revision: number): boolean;
}

export function createItemWriter(database: DatabaseSync): ItemWriter {
  const put = database.prepare(
    `insert into item (kind, id, revision, content) values (:kind, :id, :revision, :content)
     on conflict do update set revision = excluded.revision, content = excluded.content
     where item.content is not excluded.content`,
  );
  const putAttendee = database.prepare(
    `insert into attendee (ticket_index, ciphertext) values (:index, :ciphertext)
     on conflict do update set ciphertext = excluded.ciphertext`,
  );
  const removeAttendee = database.prepare('delete from attendee where ticket_index = ?');
  const takeOut = database.prepare(
    `update item set revision = :revision, content = null
     where content is not null and not exists (
       select 1 from staged_item where staged_item.kind = item.kind and staged_item.id = item.id
     )`,
  );
  const takeIn = database.prepare(
    `insert into item (kind, id, revision, content) select kind, id, :revision, content from staged_item where true
     on conflict do update set revision = excluded.revision, content = excluded.content
     where item.content is not excluded.content`,
  );
  return {
    put({ kind, id, item }, revision) {
      if (kind === 'attendee') {
        if (item === null) removeAttendee.run(id);
        else putAttendee.run({ index: item.index, ciphertext: item.ciphertext });
        return false;
      }
      const { changes } = put.run({ kind, id, revision, content: item === null ? null : JSON.stringify(item) });
      return changes > 0 && !unheard.has(kind);
    },
    clearAttendees: () => {
      database.exec('delete from attendee');
    },
    takeStaged(revision) {
      const changed = Number(takeOut.run({ revision }).changes) + Number(takeIn.run({ revision }).changes);
      // The tables change names: copying 50,000 rows held up the host for seconds.
      database.exec(`
        alter table attendee rename to former_attendee;
        alter table staged_attendee rename to attendee;
        alter table former_attendee rename to staged_attendee;
      `);
      clearStaged(database);
      return changed > 0;
    },
  };
}

export interface Staging {
  put(change: FeedChange): void;
}

/** Where a download that begins with nothing waits until it is whole. */
export function createStaging(database: DatabaseSync): Staging {
  const put = database.prepare('insert or replace into staged_item (kind, id, content) values (:kind, :id, :content)');
  const remove = database.prepare('delete from staged_item where kind = :kind and id = :id');
  const putAttendee = database.prepare(
    'insert or replace into staged_attendee (ticket_index, ciphertext) values (:index, :ciphertext)',
  );
  const removeAttendee = database.prepare('delete from staged_attendee where ticket_index = ?');
  return {
    put({ kind, id, item }) {
      if (kind === 'attendee') {
        if (item === null) removeAttendee.run(id);
        else putAttendee.run({ index: item.index, ciphertext: item.ciphertext });
      } else if (item === null) remove.run({ kind, id });
      else put.run({ kind, id, content: JSON.stringify(item) });
    },
  };
}

export function clearStaged(database: DatabaseSync): void {
  database.exec('delete from staged_item; delete from staged_attendee');
}
