import type { CatalogueChanges } from '../../domain/catalogue.ts';
import type { KioskRecord, PurgeRecord } from '../../domain/kiosk-record.ts';
import type { BridgeClient } from '../bridge.ts';
import type { Database } from './database.ts';

/** Brings the cache to the host's state: one page, one transaction, so that no screen ever sees half of it. */
export async function pullCatalogue(bridge: BridgeClient, database: Database): Promise<void> {
  const stored = (await database.singles.get('cursor'))?.value;
  let cursor = typeof stored === 'string' ? stored : null;
  for (;;) {
    const changes = await bridge.pullCatalogue({ cursor });
    if (changes.cursor === cursor) return;
    await applyChanges(database, changes);
    cursor = changes.cursor;
  }
}

export async function applyChanges(database: Database, changes: CatalogueChanges): Promise<void> {
  const { singles, companies, jobs, sessions, announcements, records } = database;
  const tables = [singles, companies, jobs, sessions, announcements, records];
  await database.transaction('rw', tables, async () => {
    // It may be another event's, and the mirror with it.
    if (changes.reset) await Promise.all(tables.map((table) => table.clear()));
    const { event, floorPlan, skills } = changes.upserts;
    if (event) await singles.put({ key: 'event', value: event });
    if (floorPlan) await singles.put({ key: 'floorPlan', value: floorPlan });
    if (skills) await singles.put({ key: 'skills', value: skills });
    await companies.bulkPut(changes.upserts.companies);
    await jobs.bulkPut(changes.upserts.jobs);
    await sessions.bulkPut(changes.upserts.sessions);
    await announcements.bulkPut(changes.upserts.announcements);
    await companies.bulkDelete(changes.removals.companies);
    await jobs.bulkDelete(changes.removals.jobs);
    await sessions.bulkDelete(changes.removals.sessions);
    await announcements.bulkDelete(changes.removals.announcements);
    await singles.put({ key: 'cursor', value: changes.cursor });
  });
}

/**
 * Fills the sealed mirror with what the journal holds beyond it. How far it came stands beside it: a record that was mirrored when it was
 * made says nothing of those before it.
 */
export async function pullRecords(bridge: BridgeClient, database: Database): Promise<void> {
  const { singles, records } = database;
  const mirrored = (await singles.get('mirrored'))?.value;
  let afterSequence = typeof mirrored === 'number' ? mirrored : 0;
  for (;;) {
    const page = await bridge.pullRecords({ afterSequence });
    const last = page.at(-1);
    if (!last) return;
    await database.transaction('rw', [singles, records], async () => {
      await records.bulkPut(page);
      for (const record of page) if (record.kind === 'purge') await purgeMirror(database, record);
      await singles.put({ key: 'mirrored', value: last.sequence });
    });
    afterSequence = last.sequence;
  }
}

/** What the hub has ordered to erase, whenever it was mirrored. Few and ids only, so all of them are asked for each time. */
export async function dropErased(bridge: BridgeClient, database: Database): Promise<void> {
  const { records } = await bridge.erasedRecords({});
  if (records.length > 0) await database.records.bulkDelete(records);
}

/** What the journal has emptied is not kept here, either. */
async function purgeMirror(database: Database, { purpose, sequence }: PurgeRecord): Promise<void> {
  const isPurged = (record: KioskRecord) =>
    (record.kind === 'registration' || record.kind === 'check-in') && record.purpose === purpose;
  await database.records.where('sequence').below(sequence).filter(isPurged).delete();
}
