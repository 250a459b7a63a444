import { Dexie } from 'dexie';
import { Database, nativeVersion } from './database.ts';

export interface CacheMaker {
  readonly open: () => Promise<Database>;
  /** Erases a cache that failed and opens another in its place. */
  readonly renew: (failed: Database) => Promise<Database>;
}

interface Parts {
  readonly create?: () => Database;
  /** Of the memory only, for a machine where no IndexedDB can be opened. */
  readonly createInMemory?: () => Promise<Database>;
  /** For each attempt to open or erase: Chromium has left such a request without any answer. */
  readonly limitMilliseconds?: number;
}

/**
 * Opens the cache whatever state IndexedDB is in: as it is, or else emptied, or else in memory. It can be given up so easily because the
 * host has all of it.
 */
export function createCacheMaker(parts: Parts = {}): CacheMaker {
  const { create = () => new Database(), createInMemory = createDatabaseInMemory, limitMilliseconds = 4000 } = parts;
  const openOrNot = async (): Promise<Opening> => {
    const database = create();
    try {
      await limit(database.open(), limitMilliseconds);
      // A database that opens is not yet one that can be read: its files are looked into only then.
      await limit(database.singles.count(), limitMilliseconds);
      if (database.backendDB().version === nativeVersion) return { database };
      // Dexie opens a later version as far as it can, which need not be far.
    } catch (error) {
      if (error === noAnswer) return { database: null, isErasable: false };
    }
    database.close();
    return { database: null, isErasable: true };
  };
  const openAnew = async (failed: Database) => {
    failed.close();
    await limit(failed.delete({ disableAutoOpen: false }), limitMilliseconds).catch(() => undefined);
    return (await openOrNot()).database ?? createInMemory();
  };

  return {
    async open() {
      const opening = await openOrNot();
      if (opening.database) return opening.database;
      return opening.isErasable ? openAnew(create()) : createInMemory();
    },
    renew: openAnew,
  };
}

type Opening = { readonly database: Database } | { readonly database: null; readonly isErasable: boolean };

/** Loaded only when it is needed, which is hardly ever. */
async function createDatabaseInMemory(): Promise<Database> {
  const { IDBFactory, IDBKeyRange } = await import('fake-indexeddb');
  const database = new Database('foyer', { indexedDB: new IDBFactory(), IDBKeyRange });
  await database.open();
  return database;
}

/** Whether the cache failed, and not the host or our own code. */
export function isCacheFailure(error: unknown): boolean {
  return error instanceof Dexie.DexieError || error instanceof DOMException;
}

const noAnswer = new Error('IndexedDB gave no answer');

async function limit<Value>(work: PromiseLike<Value>, milliseconds: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(noAnswer);
    }, milliseconds);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
