import { startVisit, waitForAttract } from '../journeys/visit.ts';
import { findJob } from '../journeys/find-job.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test } from './kiosk-test.ts';
import { countJobs } from './count-jobs.ts';
import { readMirror } from './mirror.ts';
import { loadSampleEvent } from './sample-event.ts';

const words = wordsOf('en');

test('where no IndexedDB can be opened, the screens work all the same', async ({ openKiosk }) => {
  const { page } = await openKiosk();
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('Internal error', 'UnknownError');
    };
    IDBFactory.prototype.open = refuse;
    IDBFactory.prototype.deleteDatabase = refuse;
  });
  await page.reload();
  await startVisit(page, 'en');
  const { title } = await findJob(page, { language: 'en', search: 'analog' });
  expect(title).not.toBe('');
});

test('a database of a later version is emptied and filled again', async ({ page, pageWatch }) => {
  await waitForAttract(page);
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        // The open page gives way, or has just come back at its own version: whatever is there is replaced.
        const opening = indexedDB.open('foyer', 900);
        opening.addEventListener('upgradeneeded', () => {
          for (const store of [...opening.result.objectStoreNames]) opening.result.deleteObjectStore(store);
          opening.result.createObjectStore('singles', { keyPath: 'number', autoIncrement: true });
        });
        opening.addEventListener('error', () => {
          reject(new Error(opening.error?.message));
        });
        opening.addEventListener('success', () => {
          opening.result.close();
          resolve();
        });
      }),
  );
  await page.reload();
  await startVisit(page, 'en');
  await expect(page.getByRole('main').getByRole('button', { name: words.home.match }).last()).toContainText(
    /\d+ open/u,
  );
  expect(await readMirror(page)).toBeInstanceOf(Array);
  pageWatch.forget();
});

test('a database that is erased under a visitor’s eyes comes back, and the visitor sees nothing of it', async ({
  page,
}) => {
  await startVisit(page, 'en');
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        indexedDB.deleteDatabase('foyer').addEventListener('success', () => {
          resolve();
        });
      }),
  );
  await expect(page.getByRole('heading', { name: words.home.question })).toBeVisible();
  const { title } = await findJob(page, { language: 'en', search: 'analog' });
  expect(title).not.toBe('');
  // The host answers every 20 seconds, news or not.
  await expect.poll(() => countJobs(page), { timeout: 40_000 }).toBe(loadSampleEvent().jobs.length);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});
