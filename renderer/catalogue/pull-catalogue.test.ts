import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { catalogueChangesSchema, type CatalogueChanges } from '../../domain/catalogue.ts';
import { companies as companyRows, event, plan } from '../../domain/pack/small-pack.fixture.ts';
import type { KioskRecord } from '../../domain/kiosk-record.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import type { BridgeClient } from '../bridge.ts';
import { Database } from './database.ts';
import { applyChanges, dropErased, pullCatalogue, pullRecords } from './pull-catalogue.ts';

const [acme, bolt] = companyRows
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split(','))
  .map(([id = '', name = '', stand = '']) => ({ id, name: { en: name }, stands: [stand] }));
const job = { id: 'J1', company: 'acme', languages: [], title: { en: 'Engineer' }, text: { en: 'Do it.' } };
const announcement = {
  id: '01970000-0000-7000-8000-000000000001',
  text: { en: 'The forum begins.' },
  level: 'calm',
  minutes: 10,
};
const session = { id: 'S1', kind: 'talk', start: '2025-05-30T10:00', end: '2025-05-30T11:00', title: { en: 'Talk' } };

interface Part {
  readonly upserts?: object;
  readonly removals?: object;
  readonly reset?: boolean;
}

function changes(cursor: string, { upserts, removals, reset = false }: Part = {}): CatalogueChanges {
  return catalogueChangesSchema.parse({
    cursor,
    reset,
    upserts: { companies: [], jobs: [], sessions: [], announcements: [], ...upserts },
    removals: { companies: [], jobs: [], sessions: [], announcements: [], ...removals },
  });
}

const whole = changes('one', {
  reset: true,
  upserts: {
    event,
    floorPlan: plan,
    skills: [{ id: 'vhdl', label: { en: 'VHDL' }, alternatives: [] }],
    companies: [acme, bolt],
    jobs: [job],
    sessions: [session],
    announcements: [announcement],
  },
});

let database: Database;
beforeEach(() => {
  database = new Database('catalogue');
});
afterEach(async () => {
  await database.delete();
});

async function readAll() {
  const { singles, companies, jobs, sessions, announcements } = database;
  return {
    singles: (await singles.toArray()).map(({ key }) => key),
    cursor: (await singles.get('cursor'))?.value,
    companies: (await companies.toArray()).map(({ id }) => id),
    jobs: (await jobs.toArray()).map(({ id }) => id),
    sessions: (await sessions.toArray()).map(({ id }) => id),
    announcements: await announcements.count(),
  };
}

test('a first page fills an empty cache', async () => {
  await applyChanges(database, whole);
  expect(await readAll()).toEqual({
    singles: ['cursor', 'event', 'floorPlan', 'skills'],
    cursor: 'one',
    companies: ['acme', 'bolt'],
    jobs: ['J1'],
    sessions: ['S1'],
    announcements: 1,
  });
});

test('a page that resets leaves nothing of what was there', async () => {
  await applyChanges(database, whole);
  await applyChanges(database, changes('two', { reset: true, upserts: { event, companies: [bolt] } }));
  expect(await readAll()).toEqual({
    singles: ['cursor', 'event'],
    cursor: 'two',
    companies: ['bolt'],
    jobs: [],
    sessions: [],
    announcements: 0,
  });
});

test('a page of changes adds, overwrites and removes, and leaves the rest', async () => {
  await applyChanges(database, whole);
  const renamed = { ...acme, name: { en: 'Acme Devices' } };
  await applyChanges(
    database,
    changes('two', {
      upserts: { companies: [renamed] },
      removals: { companies: ['bolt', 'nobody'], sessions: ['S1'], announcements: [announcement.id] },
    }),
  );
  expect(await readAll()).toMatchObject({
    cursor: 'two',
    companies: ['acme'],
    jobs: ['J1'],
    sessions: [],
    announcements: 0,
  });
  expect(await database.companies.get('acme')).toEqual(renamed);
  expect((await database.singles.get('event'))?.value).toEqual(whole.upserts.event);
});

test('a page that cannot be stored to its end changes nothing, and is asked for again', async () => {
  await applyChanges(database, whole);
  const before = await readAll();
  // What structured clone refuses stands in for a disk that does: it fails after companies were written.
  const broken = { ...job, id: 'J2', text: () => 'no data' };
  const page = changes('two', { reset: true, upserts: { event, companies: [bolt] } });
  const half = { ...page, upserts: { ...page.upserts, jobs: [broken] } } as unknown as CatalogueChanges;
  await expect(applyChanges(database, half)).rejects.toThrow();
  expect(await readAll()).toEqual(before);

  const pull = vi.fn<BridgeClient['pullCatalogue']>().mockResolvedValue(changes('two', { reset: true }));
  await pullCatalogue({ pullCatalogue: pull } as Partial<BridgeClient> as BridgeClient, database);
  expect(pull).toHaveBeenCalledWith({ cursor: 'one' });
});

test('asks from the cursor that it has, and writes nothing when there is nothing new', async () => {
  const pull = vi.fn<BridgeClient['pullCatalogue']>();
  const bridge = { pullCatalogue: pull } as Partial<BridgeClient> as BridgeClient;
  pull.mockResolvedValueOnce(whole).mockResolvedValueOnce(changes('one'));
  await pullCatalogue(bridge, database);
  expect(pull.mock.calls).toEqual([[{ cursor: null }], [{ cursor: 'one' }]]);

  const put = vi.spyOn(database.singles, 'put');
  pull.mockResolvedValueOnce(changes('one'));
  await pullCatalogue(bridge, database);
  expect(pull).toHaveBeenLastCalledWith({ cursor: 'one' });
  expect(put).not.toHaveBeenCalled();
});

test('the mirror takes what the journal has beyond it, page by page', async () => {
  const records = Array.from({ length: 5 }, (_, index) => ({ id: `R${index}`, sequence: index + 1 }) as SealedRecord);
  const pages: BridgeClient['pullRecords'] = ({ afterSequence }) =>
    Promise.resolve(records.filter(({ sequence }) => sequence > afterSequence).slice(0, 2));
  const pull = vi.fn(pages);
  const bridge = { pullRecords: pull } as Partial<BridgeClient> as BridgeClient;
  await pullRecords(bridge, database);
  expect(await database.records.orderBy('sequence').toArray()).toEqual(records);
  pull.mockClear();
  await pullRecords(bridge, database);
  expect(pull.mock.calls).toEqual([[{ afterSequence: 5 }]]);
});

test('a record that was mirrored when it was made hides none that came before it', async () => {
  const rows = [1, 2, 3].map((sequence) => ({ id: `R${sequence}`, sequence }) as SealedRecord);
  const bridge = {
    pullRecords: ({ afterSequence }: { afterSequence: number }) =>
      Promise.resolve(rows.filter(({ sequence }) => sequence > afterSequence)),
  } as Partial<BridgeClient> as BridgeClient;
  await database.records.bulkPut(rows.slice(2));
  await pullRecords(bridge, database);
  expect(await database.records.orderBy('sequence').toArray()).toEqual(rows);
});

test('a catalogue that begins anew takes the mirror of another event with it', async () => {
  await database.records.put({ id: 'R1', sequence: 9 } as SealedRecord);
  await database.singles.put({ key: 'mirrored', value: 9 });
  await applyChanges(database, whole);
  expect(await database.records.count()).toBe(0);
  expect(await database.singles.get('mirrored')).toBe(undefined);
});

test('what the journal has purged leaves the mirror, and only that', async () => {
  const sealed = (sequence: number, purpose: string, kind = 'registration') => ({
    id: `R${sequence}`,
    sequence,
    kind,
    purpose,
  });
  const rows = [
    sealed(1, 'registration'),
    sealed(2, 'talent-pool'),
    sealed(3, 'registration', 'check-in'),
    { id: 'R4', sequence: 4, kind: 'seat' },
    { id: 'R5', sequence: 5, kind: 'purge', purpose: 'registration' },
    sealed(6, 'registration'),
  ] as unknown as KioskRecord[];
  const bridge = {
    pullRecords: ({ afterSequence }: { afterSequence: number }) =>
      Promise.resolve(rows.filter(({ sequence }) => sequence > afterSequence)),
  } as Partial<BridgeClient> as BridgeClient;
  await pullRecords(bridge, database);
  expect((await database.records.orderBy('sequence').toArray()).map(({ id }) => id)).toEqual(['R2', 'R4', 'R5', 'R6']);
});

test('what the hub has erased leaves the mirror, whenever it was mirrored', async () => {
  const rows = [1, 2, 3].map((sequence) => ({ id: `R${sequence}`, sequence }) as SealedRecord);
  await database.records.bulkPut(rows);
  const bridge = {
    erasedRecords: () => Promise.resolve({ records: ['R2', 'of another kiosk'] }),
  } as Partial<BridgeClient> as BridgeClient;
  await dropErased(bridge, database);
  expect((await database.records.orderBy('sequence').toArray()).map(({ id }) => id)).toEqual(['R1', 'R3']);
});
