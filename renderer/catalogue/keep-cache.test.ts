import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { catalogueChangesSchema, type CatalogueChanges } from '../../domain/catalogue.ts';
import { event } from '../../domain/pack/small-pack.fixture.ts';
import type { BridgeClient } from '../bridge.ts';
import { Database } from './database.ts';
import { keepCache } from './keep-cache.ts';
import { createCacheMaker } from './open-cache.ts';

const job = (id: string) => ({ id, company: 'acme', languages: [], title: { en: id }, text: { en: 'Do it.' } });

function page(
  cursor: string,
  reset: boolean,
  jobs: readonly string[],
  removed: readonly string[] = [],
): CatalogueChanges {
  return catalogueChangesSchema.parse({
    cursor,
    reset,
    upserts: { ...(reset && { event }), companies: [], jobs: jobs.map(job), sessions: [], announcements: [] },
    removals: { companies: [], jobs: removed, sessions: [], announcements: [] },
  });
}

/** A host whose pages lie in a row: each cursor leads to the next page, and the last one to nothing new. */
function createHost(pages: readonly CatalogueChanges[]) {
  const rows = [...pages];
  let news = 1;
  let tell: (() => void) | undefined;
  let isGone = false;
  let isWaitOver = false;
  const bridge: Partial<BridgeClient> = {
    pullCatalogue: ({ cursor }) => {
      if (isGone) return Promise.reject(new TypeError('Failed to fetch'));
      const next = rows[rows.findIndex((row) => row.cursor === cursor) + 1];
      return Promise.resolve(next ?? page(cursor ?? '', false, []));
    },
    pullRecords: () => Promise.resolve([]),
    erasedRecords: () => Promise.resolve({ records: [] }),
    awaitNews: async ({ seen }) => {
      while (seen === news && !isWaitOver) {
        await new Promise<void>((resolve) => {
          tell = resolve;
        });
      }
      isWaitOver = false;
      return { seen: news };
    },
  };
  return {
    bridge: bridge as BridgeClient,
    /** As after twenty seconds without news. */
    answer: () => {
      isWaitOver = true;
      tell?.();
    },
    publish: (added: CatalogueChanges) => {
      rows.push(added);
      news += 1;
      tell?.();
    },
    wake: () => {
      news += 1;
      tell?.();
    },
    leave: () => {
      isGone = true;
    },
    comeBack: () => {
      isGone = false;
    },
  };
}

let stop: AbortController;
let current: Database | null;
let fresh: ReturnType<typeof vi.fn<() => void>>;
let trouble: ReturnType<typeof vi.fn<() => void>>;
let resume: () => void;
beforeEach(() => {
  stop = new AbortController();
  current = null;
  fresh = vi.fn();
  trouble = vi.fn();
});
afterEach(() => {
  stop.abort();
});

function keep(bridge: BridgeClient) {
  const factory = new IDBFactory();
  const onDatabase = vi.fn((database: Database) => {
    current = database;
  });
  void keepCache({
    bridge,
    caches: createCacheMaker({ create: () => new Database('foyer', { indexedDB: factory, IDBKeyRange }) }),
    signal: stop.signal,
    pause: () =>
      new Promise((resolve) => {
        resume = resolve;
      }),
    onDatabase,
    onFresh: fresh,
    onTrouble: trouble,
  });
  return { onDatabase };
}

const jobs = async () => (await current?.jobs.toArray())?.map(({ id }) => id);

test('an empty cache is filled, page after page, and then follows the host', async () => {
  const host = createHost([page('one', true, ['J1']), page('two', false, ['J2'])]);
  keep(host.bridge);
  await expect.poll(() => jobs()).toEqual(['J1', 'J2']);
  host.publish(page('three', false, ['J3'], ['J1']));
  await expect.poll(() => jobs()).toEqual(['J2', 'J3']);
  expect(trouble).not.toHaveBeenCalled();
});

test('news that are none of the catalogue’s are told, too: seats may have changed', async () => {
  const host = createHost([page('one', true, ['J1'])]);
  keep(host.bridge);
  await expect.poll(() => fresh).toHaveBeenCalled();
  const before = fresh.mock.calls.length;
  host.wake();
  await expect.poll(() => fresh.mock.calls.length).toBeGreaterThan(before);
});

test('a cache that fails in the middle is given up and filled anew, and nobody hears of trouble', async () => {
  const host = createHost([page('one', true, ['J1', 'J2'])]);
  const { onDatabase } = keep(host.bridge);
  await expect.poll(() => fresh).toHaveBeenCalled();
  const first = current;
  first?.close();
  host.wake();
  await vi.waitFor(async () => {
    expect(current).not.toBe(first);
    expect(await jobs()).toEqual(['J1', 'J2']);
  }, 10_000);
  expect(onDatabase).toHaveBeenCalledTimes(2);
  expect(trouble).not.toHaveBeenCalled();
});

test('what failed is found although the host has nothing new', async () => {
  const host = createHost([page('one', true, ['J1'])]);
  keep(host.bridge);
  await expect.poll(() => fresh).toHaveBeenCalled();
  const [first, told] = [current, fresh.mock.calls.length];
  first?.close();
  host.answer();
  await vi.waitFor(async () => {
    expect(current).not.toBe(first);
    expect(await jobs()).toEqual(['J1']);
  }, 10_000);
  expect(fresh).toHaveBeenCalledTimes(told);
});

test('a journal that cannot be read keeps nobody from the catalogue and from news', async () => {
  const host = createHost([page('one', true, ['J1'])]);
  keep({ ...host.bridge, pullRecords: () => Promise.reject(new Error('The host refused pullRecords: 500')) });
  await expect.poll(() => jobs()).toEqual(['J1']);
  host.publish(page('two', false, ['J2']));
  await expect.poll(() => jobs()).toEqual(['J1', 'J2']);
  expect(trouble).not.toHaveBeenCalled();
});

test('a host that is gone is tried again, and the cache stays as it is', async () => {
  const host = createHost([page('one', true, ['J1'])]);
  host.leave();
  keep(host.bridge);
  await expect.poll(() => trouble).toHaveBeenCalledTimes(1);
  expect(fresh).not.toHaveBeenCalled();
  host.comeBack();
  resume();
  await expect.poll(() => jobs()).toEqual(['J1']);
});
