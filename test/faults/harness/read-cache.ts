import type { Page } from 'playwright-core';
import { z } from 'zod';

const cacheSchema = z.object({
  companies: z.array(z.string()),
  jobs: z.array(z.string()),
  sessions: z.array(z.string()),
  records: z.array(z.string()),
});
/** Ids by store. */
export type Cache = z.output<typeof cacheSchema>;

/** The cache past Dexie: what really can be read back from the browser's database. Null when it cannot be opened or read. */
export async function readCache(page: Page): Promise<Cache | null> {
  const read = await page.evaluate(async () => {
    const answerTo = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('IndexedDB failed'));
        };
      });
    try {
      const opening = indexedDB.open('foyer');
      // To open what is not there would make it.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      const database = await answerTo(opening);
      const rows: Record<string, string[]> = {};
      for (const store of ['companies', 'jobs', 'sessions', 'records']) {
        const all = (await answerTo(database.transaction(store).objectStore(store).getAll())) as { id: string }[];
        rows[store] = all.map(({ id }) => id);
      }
      database.close();
      return rows;
    } catch {
      return null;
    }
  });
  return read === null ? null : cacheSchema.parse(read);
}
