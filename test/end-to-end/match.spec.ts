import type { Page } from 'playwright-core';
import { languages, localise } from '../../domain/localised.ts';
import { namesShiftWork } from '../../domain/match/shift-words.ts';
import { createWords } from '../../renderer/words/words.ts';
import { walkThroughMatch } from '../journeys/match.ts';
import { startVisit } from '../journeys/visit.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test } from './kiosk-test.ts';
import { loadSampleEvent } from './sample-event.ts';

const { jobs, event } = loadSampleEvent();
const words = wordsOf('en');
const { t } = createWords('en');

async function openMatch(page: Page) {
  await startVisit(page, 'en');
  await page.getByRole('main').getByRole('button', { name: words.home.match }).last().click();
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  return {
    button,
    heading: (name: string) => page.getByRole('heading', { level: 1, name, exact: true }),
    skip: () => button(words.match.skip).click(),
    next: () => button(words.match.next).click(),
    rows: page.getByRole('main').getByRole('listitem'),
  };
}

test('something with chips, in English, not nights: that, with its reasons', async ({ page }) => {
  const { button, skip, next, rows } = await openMatch(page);
  const [field] = event.interests;
  await button(localise(field?.name ?? {}, 'en').text).click();
  await skip();
  await skip();
  await button(words.find.workLanguage.en).click();
  await next();
  await button(words.match.matter['regular-hours']).click();
  await button(words.match.show).click();
  await expect(rows).toHaveCount(10);
  for (const row of await rows.all()) {
    await expect(row).toContainText(localise(field?.name ?? {}, 'en').text);
    await expect(row).toContainText(t('match.reason.languages', { languages: 'English', count: 1 }));
    await expect(row).toContainText(words.match.reason.matter['regular-hours']);
    const title = await row.locator('strong').innerText();
    const job = jobs.find((each) => localise(each.title, 'en').text === title);
    expect(job?.languages).toEqual(['en']);
    expect(job && namesShiftWork(job)).toBe(false);
  }
});

test('skills are those of the field; more are shown, and what was chosen of the first stays', async ({ page }) => {
  const { button, skip, heading } = await openMatch(page);
  const choices = page.getByRole('group', { name: words.match.skills.question }).getByRole('button');
  const seen: string[][] = [];
  for (const interest of event.interests.slice(0, 2)) {
    await button(localise(interest.name, 'en').text).click();
    await skip();
    await heading(words.match.skills.question).waitFor();
    expect(await choices.count()).toBeLessThanOrEqual(7);
    seen.push(await choices.allInnerTexts());
    await button(words.footer.back).click();
    await button(words.footer.back).click();
  }
  expect(seen[0]).not.toEqual(seen[1]);
  await button(localise(event.interests[0]?.name ?? {}, 'en').text).click();
  // It was chosen before: one more tap takes it back, and the question stays.
  await expect(heading(words.match.level.question)).toBeVisible();
  await skip();
  const chosen = seen[0]?.[0] ?? '';
  await button(chosen).click();
  await button(words.match.skills.more).click();
  await expect(button(chosen)).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText(t('match.chosen', { names: chosen }));
});

test('whoever goes back finds what was chosen, and can skip everything', async ({ page }) => {
  const { button, skip, heading } = await openMatch(page);
  const field = localise(event.interests[2]?.name ?? {}, 'en').text;
  await button(field).click();
  await button(words.match.levelName.graduate).click();
  await heading(words.match.skills.question).waitFor();
  await button(words.footer.back).click();
  await expect(button(words.match.levelName.graduate)).toHaveAttribute('aria-pressed', 'true');
  await button(words.match.levelName.graduate).click();
  await button(words.footer.back).click();
  await expect(button(field)).toHaveAttribute('aria-pressed', 'true');
  await button(field).click();
  for (let question = 0; question < 4; question += 1) await skip();
  await button(words.match.show).click();
  await expect(heading(words.match.title)).toBeVisible();
  await expect(page.getByText(words.match.nothingAsked)).toBeVisible();
});

test('the best are kept with one tap, and the list leads on', async ({ page }) => {
  await startVisit(page, 'en');
  await walkThroughMatch(page, { language: 'en' });
  await page.getByRole('button', { name: words.match.keepFirst, exact: true }).click();
  await page.getByRole('button', { name: t('match.toList', { count: 3 }), exact: true }).click();
  await expect(page.getByRole('heading', { name: words.shortlist.title, exact: true })).toBeVisible();
});

for (const language of languages) {
  test(`nothing leaves the kiosk and nothing is stored (${language})`, async ({ page, shell }) => {
    test.skip(shell === 'electron', 'in Electron what the page asks of its host is not seen from outside');
    await startVisit(page, language);
    const before = await readStores(page);
    const asked: string[] = [];
    page.on('request', (request) => {
      asked.push(new URL(request.url()).pathname);
    });
    await walkThroughMatch(page, { language });
    // The host is waited on for news, and asks for the page's pulse, whatever the visitor does.
    const usual = ['/bridge/awaitNews', '/bridge/pullCatalogue', '/bridge/pulse'];
    expect(asked.filter((path) => path.startsWith('/bridge/') && !usual.includes(path))).toEqual([]);
    expect(await readStores(page)).toEqual(before);
    expect(page.url()).not.toMatch(/[?#].+/u);
  });
}

/** All that a page can keep: its database, its storages, its cookies. */
async function readStores(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const { name = '' } = (await indexedDB.databases())[0] ?? {};
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('success', () => {
        resolve(opening.result);
      });
      opening.addEventListener('error', () => {
        reject(new Error(opening.error?.message));
      });
    });
    const stores = await Promise.all(
      [...database.objectStoreNames].map(
        (store) =>
          new Promise((resolve) => {
            const reading = database.transaction(store).objectStore(store).getAll();
            reading.addEventListener('success', () => {
              resolve([store, JSON.stringify(reading.result)]);
            });
          }),
      ),
    );
    database.close();
    return {
      stores,
      local: Object.entries(localStorage),
      session: Object.entries(sessionStorage),
      cookie: document.cookie,
    };
  });
}
