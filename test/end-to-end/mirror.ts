import type { Page } from 'playwright-core';

/** The sealed mirror, read past Dexie: what really lies in the browser's database. */
export async function readMirror(page: Page): Promise<unknown[]> {
  return page.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('foyer');
        opening.addEventListener('error', () => {
          reject(new Error(opening.error?.message));
        });
        opening.addEventListener('success', () => {
          const database = opening.result;
          const reading = database.transaction('records').objectStore('records').index('sequence').getAll();
          reading.addEventListener('success', () => {
            database.close();
            resolve(reading.result);
          });
          reading.addEventListener('error', () => {
            reject(new Error(reading.error?.message));
          });
        });
      }),
  );
}
