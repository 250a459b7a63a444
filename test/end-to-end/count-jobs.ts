import type { Page } from 'playwright-core';

/** The jobs in the browser's database, read past Dexie; null while there is no database. */
export async function countJobs(page: Page): Promise<number | null> {
  return page.evaluate(async () => {
    const databases = await indexedDB.databases();
    if (!databases.some(({ name }) => name === 'foyer')) return null;
    return new Promise<number | null>((resolve) => {
      const opening = indexedDB.open('foyer');
      opening.addEventListener('success', () => {
        const database = opening.result;
        const counting = database.transaction('jobs').objectStore('jobs').count();
        counting.addEventListener('success', () => {
          database.close();
          resolve(counting.result);
        });
      });
    });
  });
}
