import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '../../domain/result.ts';
import { createAudit } from '../audit/create-audit.ts';
import { noteChanges } from '../audit/note-changes.ts';
import { createErasure } from '../erasure/create-erasure.ts';
import { createPeople } from '../people/create-people.ts';
import { createRetention } from '../retention/create-retention.ts';
import { createEventDesk } from '../staff/create-event-desk.ts';
import { createMembers } from '../staff/create-members.ts';
import { createReports } from '../staff/reports.ts';
import { createAttempt } from './attempt.ts';
import type { Database } from './database/database.ts';
import { migrate, schemaVersion } from './database/migrations.ts';
import { openPostgres } from './database/postgres.ts';
import { openSqlite } from './database/sqlite.ts';
import { createFeed } from './feed.ts';
import { createKioskSettings } from './kiosk-settings.ts';
import { createKiosks } from './kiosks.ts';
import { createRecords } from './records/create-records.ts';
import type { Parts } from './parts.ts';
import { createSeats } from './seats.ts';
import { createSettings } from './settings.ts';
import type { Store, StoreFailure, StoreParts } from './store.ts';

/** Key of PostgreSQL's advisory lock under which one process migrates while others wait. */
const migrationLock = 0x666f7965;

/** Opens or makes the database and migrates it. A newer one is left as it is. */
export async function openStore({ url, logger, now }: StoreParts): Promise<Result<Store, StoreFailure>> {
  const isPostgres = /^postgres(ql)?:\/\//.test(url);
  const place = isPostgres ? 'The hub’s PostgreSQL database' : `The hub’s database ${url}`;
  let database: Database | undefined;
  try {
    database = isPostgres ? await openPostgres(url, logger) : openSqlite(url);
    const found = await migrateAlone(database);
    if (found > schemaVersion) {
      await database.close();
      const message = `${place} was written by a newer Foyer (version ${found}, this one knows ${schemaVersion}). It has not been changed. Install that Foyer again, or start with another database.`;
      return err({ code: 'newer-version', message });
    }
    const hub = await database.db.selectFrom('hub').select('epoch').executeTakeFirstOrThrow();
    return ok(createStore({ database, logger, now, epoch: hub.epoch, attempt: createAttempt(logger) }));
  } catch (error) {
    await database?.close();
    const reason = error instanceof Error ? error.message : String(error);
    return err({ code: 'cannot-open', message: `${place} cannot be opened: ${reason}.` });
  }
}

function migrateAlone({ db, kind }: Database): Promise<number> {
  return db.transaction().execute(async (trx) => {
    if (kind === 'postgres') await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(trx);
    return migrate({ db: trx, kind, epoch: randomUUID() });
  });
}

function createStore(parts: Parts): Store {
  const { database, attempt, epoch } = parts;
  return {
    kind: database.kind,
    epoch,
    settings: createSettings(parts),
    kiosks: createKiosks(parts),
    records: createRecords(parts),
    feed: createFeed(parts),
    seats: createSeats(parts),
    people: createPeople(parts),
    retention: createRetention(parts),
    erasure: createErasure(parts),
    staff: createMembers(parts),
    reports: createReports(parts),
    desk: createEventDesk(parts),
    kioskSettings: createKioskSettings(parts),
    audit: createAudit(parts),
    noting: (deed) => createStore({ ...parts, database: noteChanges(database, { deed, now: parts.now }) }),
    check: () => attempt(() => checkWritable(database)),
    close: () => database.close(),
  };
}

/** Writes what stands there already: a disk that is full or read-only refuses that, too. */
async function checkWritable({ change }: Database): Promise<void> {
  await change((trx) => trx.updateTable('hub').set({ id: 1 }).executeTakeFirst());
}
