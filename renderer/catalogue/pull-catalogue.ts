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
  const { singles, companies, jobs, sessions } = database;
  await database.transaction('rw', [singles, companies, jobs, sessions], async () => {
    if (changes.reset) await Promise.all([singles.clear(), companies.clear(), jobs.clear(), sessions.clear()]);
    const { event, floorPlan } = changes.upserts;
    if (event) await singles.put({ key: 'event', value: event });
    if (floorPlan) await singles.put({ key: 'floorPlan', value: floorPlan });
    await companies.bulkPut(changes.upserts.companies);
    await jobs.bulkPut(changes.upserts.jobs);
    await sessions.bulkPut(changes.upserts.sessions);
    await companies.bulkDelete(changes.removals.companies);
    await jobs.bulkDelete(changes.removals.jobs);
    await sessions.bulkDelete(changes.removals.sessions);
    await singles.put({ key: 'cursor', value: changes.cursor });
  });
}

/** Fills the sealed mirror with what the journal holds beyond it. */
export async function pullRecords(bridge: BridgeClient, database: Database): Promise<void> {
  let last = (await database.records.orderBy('sequence').last())?.sequence ?? 0;
  for (;;) {
    const records: readonly KioskRecord[] = await bridge.pullRecords({ afterSequence: last });
    const end = records.at(-1);
    if (!end) return;
    await database.transaction('rw', database.records, async () => {
      await database.records.bulkPut(records);
      for (const record of records) if (record.kind === 'purge') await purgeMirror(database, record);
    });
    last = end.sequence;
  }
}

/** What the journal has emptied is not kept here, either. */
async function purgeMirror(database: Database, { purpose, sequence }: PurgeRecord): Promise<void> {
  const isPurged = (record: KioskRecord) =>
    (record.kind === 'registration' || record.kind === 'check-in') && record.purpose === purpose;
  await database.records.where('sequence').below(sequence).filter(isPurged).delete();
}
