import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, test } from 'vitest';
import { Database } from './database.ts';
import { createCacheMaker, isCacheFailure } from './open-cache.ts';

let factory: IDBFactory;
beforeEach(() => {
  factory = new IDBFactory();
});
const create = () => new Database('foyer', { indexedDB: factory, IDBKeyRange });
const limitMilliseconds = 200;

async function fill(): Promise<void> {
  const database = create();
  await database.singles.put({ key: 'cursor', value: 'one' });
  database.close();
}

test('a cache that is well is opened with all that is in it', async () => {
  await fill();
  const database = await createCacheMaker({ create }).open();
  expect((await database.singles.get('cursor'))?.value).toBe('one');
});

test('a cache of the version before keeps all that is in it, and has room for announcements', async () => {
  const earlier = new Dexie('foyer', { indexedDB: factory, IDBKeyRange });
  const tables = { singles: 'key', companies: 'id', jobs: 'id', sessions: 'id', records: 'id, sequence' };
  earlier.version(1).stores(tables);
  await earlier.table('singles').put({ key: 'cursor', value: 'one' });
  await earlier.table('records').put({ id: 'R1', sequence: 1 });
  earlier.close();
  const database = await createCacheMaker({ create }).open();
  expect(database.verno).toBe(2);
  expect((await database.singles.get('cursor'))?.value).toBe('one');
  expect(await database.records.count()).toBe(1);
  expect(await database.announcements.toArray()).toEqual([]);
});

describe('a cache that cannot be used is emptied', () => {
  test.each(['++number', 'key'])('when a later version of Foyer has written it, with rows by %s', async (rows) => {
    const later = new Dexie('foyer', { indexedDB: factory, IDBKeyRange });
    later.version(9).stores({ singles: rows });
    await later.open();
    later.close();
    const database = await createCacheMaker({ create }).open();
    expect(database.verno).toBe(2);
    expect(await database.singles.count()).toBe(0);
    await database.singles.put({ key: 'cursor', value: 'two' });
    expect((await database.singles.get('cursor'))?.value).toBe('two');
  });

  test('when it opens and cannot be read', async () => {
    await fill();
    let attempts = 0;
    const failingOnce = () => {
      const database = create();
      attempts += 1;
      if (attempts === 1) database.use({ stack: 'dbcore', name: 'torn', create: (core) => tornCore(core) });
      return database;
    };
    const database = await createCacheMaker({ create: failingOnce }).open();
    expect(await database.singles.count()).toBe(0);
  });

  test('when it failed later', async () => {
    await fill();
    const maker = createCacheMaker({ create });
    const failed = await maker.open();
    const database = await maker.renew(failed);
    expect(await database.singles.count()).toBe(0);
    expect(failed.isOpen()).toBe(false);
  });
});

describe('where no IndexedDB can be opened at all, the cache is in memory', () => {
  test.each<[string, () => IDBOpenDBRequest]>([
    [
      'because it throws',
      () => {
        throw new DOMException('Internal error', 'UnknownError');
      },
    ],
    // A request that never fires an event.
    ['because it gives no answer', () => new EventTarget() as IDBOpenDBRequest],
  ])('%s', async (_, refuse) => {
    const broken = Object.assign(new IDBFactory(), { open: refuse, deleteDatabase: refuse });
    const maker = createCacheMaker({
      create: () => new Database('foyer', { indexedDB: broken, IDBKeyRange }),
      limitMilliseconds,
    });
    const database = await maker.open();
    await database.jobs.put({
      id: 'J1',
      company: 'acme',
      languages: [],
      skills: [],
      title: { en: 'Job' },
      text: { en: 'Do.' },
    });
    expect(await database.jobs.count()).toBe(1);
    expect(await (await maker.renew(database)).jobs.count()).toBe(0);
  });
});

test('what the cache does wrong is told from what the host does wrong', async () => {
  const database = create();
  await database.open();
  database.close();
  const failure = await database.singles.count().then(
    () => null,
    (error: unknown) => error,
  );
  expect(isCacheFailure(failure)).toBe(true);
  expect(isCacheFailure(new DOMException('full', 'QuotaExceededError'))).toBe(true);
  expect(isCacheFailure(new TypeError('Failed to fetch'))).toBe(false);
  expect(isCacheFailure(new Error('The host refused pullCatalogue: 500'))).toBe(false);
});

type Core = Parameters<NonNullable<Parameters<Database['use']>[0]['create']>>[0];

function tornCore(core: Core): Core {
  return {
    ...core,
    table: (name) => ({
      ...core.table(name),
      count: () => Promise.reject(new DOMException('Internal error', 'UnknownError')),
    }),
  };
}
