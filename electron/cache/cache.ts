import type { DatabaseSync } from 'node:sqlite';
import type { Logger } from 'pino';
import { z } from 'zod';
import { lockedAttendeeSchema, type LockedAttendee } from '../../domain/attendee.ts';
import type { Catalogue, CatalogueChanges } from '../../domain/catalogue.ts';
import type { EventDetails } from '../../domain/event.ts';
import type { KioskStatus } from '../../domain/kiosk-status.ts';
import type { EraseOrder } from '../../domain/protocol/erase-order.ts';
import type { FeedPage, PurgeOrder } from '../../domain/protocol/feed.ts';
import type { KioskSettings } from '../../domain/protocol/kiosk-settings.ts';
import type { Session } from '../../domain/session.ts';
import type { StaffMember } from '../../domain/staff/staff-member.ts';
import { inTransaction } from '../journal/in-transaction.ts';
import { readState, writeState } from './cache-state.ts';
import { clearStaged, createItemWriter, createStaging, hubOnlyKinds } from './items.ts';
import { openCacheFile, replaceCacheFile } from './open-cache-file.ts';
import { digestPack, toFeedChanges } from './pack-changes.ts';
import { createItemReader } from './read-items.ts';
import { readWrongPins, writeWrongPins } from './wrong-pins.ts';

/** The host's last good copy of all that a hub, or an event pack, told it. */
export interface Cache {
  readEvent(): EventDetails | null;
  listSessions(): Session[];
  listPurgeOrders(): PurgeOrder[];
  listEraseOrders(): EraseOrder[];
  /** Hashes; no page sees them. */
  listStaff(): StaffMember[];
  /** Ids of sessions whose seats staff have closed. */
  listClosedSessions(): ReadonlySet<string>;
  /** What the hub tells this kiosk in place of its kiosk.json; null when it tells nothing. */
  readKioskSettings(kiosk: string): KioskSettings | null;
  findAttendee(index: string): LockedAttendee | null;
  /** The second copy of the lock's count, for when its file is taken away. */
  readWrongPins(): number;
  writeWrongPins(count: number): void;
  /** For the next question to the hub's feed; null begins with nothing. */
  readCursor(): string | null;
  /**
   * One page of the hub's feed, in one transaction. A page that begins with nothing, and those after it, show only when all is there.
   * @param updated ISO 8601, for people
   * @returns whether pages have something new to see
   */
  applyPage(page: FeedPage, updated: string): boolean;
  /** An event pack, unless it is the one that was put in last. It knows no attendees; those of another event go. */
  putPack(catalogue: Catalogue): void;
  /** What has changed since a page's cursor; null asks for all. */
  pull(cursor: string | null): CatalogueChanges;
  describe(): KioskStatus['catalogue'];
  close(): void;
}

/** A file that cannot be read, now or later, is replaced by an empty one. */
export function openCache(path: string, logger: Logger): Cache {
  let content = openContent(openCacheFile(path, logger));

  function guard<Value>(work: (content: Content) => Value): Value {
    try {
      return work(content);
    } catch (error) {
      if (!isDamage(error)) throw error;
      logger.warn({ err: error }, 'the cache is replaced');
      content.database.close();
      content = openContent(replaceCacheFile(path));
      head = null;
      return work(content);
    }
  }

  /** Asked for with every registration and seat; changes with a page only. */
  let head: Head | null = null;
  function readHead(): Head {
    head ??= guard(({ reader }) => ({
      event: reader.readEvent(),
      sessions: reader.listSessions(),
      closed: new Set(reader.listClosedSessions()),
    }));
    return head;
  }

  return {
    readEvent: () => readHead().event,
    listSessions: () => readHead().sessions,
    listPurgeOrders: () => guard(({ reader }) => reader.listPurgeOrders()),
    listEraseOrders: () => guard(({ reader }) => reader.listEraseOrders()),
    listStaff: () => guard(({ reader }) => reader.listStaff()),
    listClosedSessions: () => readHead().closed,
    readKioskSettings: (kiosk) => guard(({ reader }) => reader.readKioskSettings(kiosk)),
    readWrongPins: () => guard(({ database }) => readWrongPins(database)),
    writeWrongPins: (count) => {
      guard(({ database }) => {
        writeWrongPins(database, count);
      });
    },
    findAttendee: (index) => guard((open) => open.findAttendee(index)),
    readCursor: () =>
      guard(({ database }) => {
        const { cursor, stagedCursor } = readState(database);
        return stagedCursor ?? cursor;
      }),
    applyPage: (page, updated) => {
      head = null;
      return guard((open) => applyPage(open, page, updated));
    },
    putPack: (catalogue) => {
      head = null;
      guard((open) => {
        putPack(open, catalogue);
      });
    },
    pull: (cursor) => guard((open) => pull(open, cursor)),
    describe: () => guard(describe),
    close: () => {
      content.database.close();
    },
  };
}

interface Head {
  readonly event: EventDetails | null;
  readonly sessions: Session[];
  readonly closed: ReadonlySet<string>;
}

type Content = ReturnType<typeof openContent>;

function openContent(database: DatabaseSync) {
  const selectAttendee = database.prepare(
    'select ticket_index as "index", ciphertext from attendee where ticket_index = ?',
  );
  return {
    database,
    reader: createItemReader(database),
    writer: createItemWriter(database),
    staging: createStaging(database),
    findAttendee: (index: string) => lockedAttendeeSchema.nullable().parse(selectAttendee.get(index) ?? null),
  };
}

function applyPage({ database, writer, staging }: Content, page: FeedPage, updated: string): boolean {
  return inTransaction(database, () => {
    const state = readState(database);
    const revision = state.revision + 1;
    if (page.reset) clearStaged(database);
    if (!page.reset && state.stagedCursor === null) {
      const changed = page.changes.map((change) => writer.put(change, revision)).includes(true);
      writeState(database, { revision: changed ? revision : state.revision, cursor: page.cursor, updated });
      return changed;
    }
    for (const change of page.changes) staging.put(change);
    if (!page.complete) {
      writeState(database, { stagedCursor: page.cursor });
      return false;
    }
    const changed = writer.takeStaged(revision);
    writeState(database, { revision, cursor: page.cursor, stagedCursor: null, updated });
    return changed;
  });
}

function putPack({ database, reader, writer, staging }: Content, catalogue: Catalogue): void {
  inTransaction(database, () => {
    const state = readState(database);
    const pack = digestPack(catalogue);
    const known = reader.readEvent();
    if (state.pack === pack && known?.id === catalogue.event.id) return;
    clearStaged(database);
    if (known?.id === catalogue.event.id) {
      database.exec(`
        insert into staged_item (kind, id, content) select kind, id, content from item
          where kind in (${hubOnlyKinds.map((kind) => `'${kind}'`).join(', ')}) and content is not null;
        insert into staged_attendee (ticket_index, ciphertext) select ticket_index, ciphertext from attendee;
      `);
    }
    for (const change of toFeedChanges(catalogue)) staging.put(change);
    writer.takeStaged(state.revision + 1);
    const cursor = known?.id === catalogue.event.id ? state.cursor : null;
    writeState(database, { revision: state.revision + 1, pack, cursor, stagedCursor: null });
  });
}

function pull({ database, reader }: Content, cursor: string | null): CatalogueChanges {
  const { generation, revision } = readState(database);
  const current = `${generation}.${String(revision)}`;
  const nothing = { companies: [], jobs: [], sessions: [], announcements: [] };
  // A page keeps what it has while a cache that was lost is filled again.
  if (reader.readEvent() === null)
    return { cursor: cursor ?? current, reset: false, upserts: nothing, removals: nothing };
  const after = readRevision(cursor, generation);
  if (after !== null && after <= revision) {
    const { isSingleGone, ...changes } = reader.readChanges(after);
    if (!isSingleGone) return { cursor: current, reset: false, ...changes };
  }
  return { cursor: current, reset: true, upserts: reader.readChanges(0).upserts, removals: nothing };
}

/** null: a cursor of another file, or none. */
function readRevision(cursor: string | null, generation: string): number | null {
  const [ofGeneration, revision] = cursor?.split('.') ?? [];
  return ofGeneration === generation && /^\d{1,15}$/.test(revision ?? '') ? Number(revision) : null;
}

function describe({ database, reader }: Content): KioskStatus['catalogue'] {
  const attendees = database.prepare('select count(*) as count from attendee').get();
  return {
    companies: reader.count('company'),
    jobs: reader.count('job'),
    sessions: reader.count('session'),
    attendees: z.object({ count: z.int() }).parse(attendees).count,
    updated: readState(database).updated,
  };
}

/** SQLITE_CORRUPT and SQLITE_NOTADB (https://www.sqlite.org/rescode.html), and content that is not what was written. */
function isDamage(error: unknown): boolean {
  if (error instanceof z.ZodError || error instanceof SyntaxError) return true;
  return error instanceof Error && 'errcode' in error && [11, 26].includes(Number(error.errcode) & 0xff);
}
