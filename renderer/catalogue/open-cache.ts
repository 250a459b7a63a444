import { Dexie } from 'dexie';
import { Database } from './database.ts';

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
  const { create = () => new Database(), createInMemory = createDatabaseInMemory, limitMilliseconds = 5000 } = parts;

  /** A database that opens is not yet one that can be read: its files are looked into only then. */
  const tryToOpen = async (): Promise<Database | null> => {
    const database = create();
    try {
      await limit(database.open(), limitMilliseconds);
      await limit(database.singles.count(), limitMilliseconds);
      return database;
    } catch {
      database.close();
      return null;
    }
  };
  const erase = async (database: Database) => {
    database.close();
    await limit(database.delete({ disableAutoOpen: false }), limitMilliseconds).catch(() => undefined);
  };
  const openEmpty = async () => (await tryToOpen()) ?? (await createInMemory());

  return {
    async open() {
      const database = await tryToOpen();
      if (database) return database;
      await erase(create());
      return openEmpty();
    },
    async renew(failed) {
      await erase(failed);
      return openEmpty();
    },
  };
}

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

async function limit<Value>(work: PromiseLike<Value>, milliseconds: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('IndexedDB gave no answer'));
    }, milliseconds);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
