import type { Locator, Page } from 'playwright-core';
import { languages, localise } from '../../domain/localised.ts';
import { createWords } from '../../renderer/words/words.ts';
import { enterText, touchKeys } from '../journeys/type-text.ts';
import { startVisit } from '../journeys/visit.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test } from './kiosk-test.ts';
import { loadSampleEvent } from './sample-event.ts';

const { jobs, companies, event } = loadSampleEvent();
const words = wordsOf('en');
const { t } = createWords('en');

async function openJobs(page: Page, language: (typeof languages)[number] = 'en') {
  const { home, jobs: screen } = wordsOf(language);
  await startVisit(page, language);
  await page.getByRole('button', { name: home.search, exact: true }).click();
  const counted = createWords(language);
  const list = page.getByRole('main').getByRole('list');
  return {
    field: page.getByRole('textbox', { name: screen.search, exact: true }),
    list,
    rows: list.getByRole('listitem'),
    seesCount: (count: number) =>
      expect(page.getByRole('status')).toHaveText(counted.t('jobs.count', { count }), { useInnerText: true }),
    count: async () => Number(/\d+/u.exec(await page.getByRole('status').innerText())?.[0]),
  };
}

/** The chips under the field, and the values that each opens. */
function facetsOf(page: Page) {
  const open = async (name: keyof typeof words.find.facet) => {
    await page.getByRole('button', { name: words.find.facet[name], exact: true }).click();
    return page.getByRole('dialog');
  };
  const value = (dialog: Locator, name: string) =>
    dialog.getByRole('button').filter({ has: page.getByText(name, { exact: true }) });
  return {
    open,
    value,
    choose: async (facet: keyof typeof words.find.facet, names: readonly string[]) => {
      const dialog = await open(facet);
      for (const name of names) await value(dialog, name).click();
      await dialog.getByRole('button').last().click();
      await dialog.waitFor({ state: 'detached' });
    },
  };
}

const searches = { en: 'photonic', 'zh-Hant': '良率', 'zh-Hans': '良率' } as const;

for (const language of languages) {
  test(`what is typed is searched for at once, in title, company and text (${language})`, async ({ page }) => {
    const { field, rows, seesCount, count } = await openJobs(page, language);
    await seesCount(jobs.length);
    await enterText(field, searches[language]);
    await expect.poll(count).toBeLessThan(jobs.length);
    await expect.poll(count).toBeGreaterThan(0);
    await rows.first().click();
    await expect(page.getByRole('main')).toContainText(new RegExp(searches[language], 'iu'));
  });
}

test('each key on the screen narrows what is shown', async ({ page }) => {
  const { field, count } = await openJobs(page);
  await field.click();
  const counts = [jobs.length];
  for (const letter of 'packag') {
    await touchKeys(page, words, letter);
    await expect(page.getByRole('status')).toHaveText(/\d/u);
  }
  await expect(field).toHaveValue('packag');
  await expect.poll(count).toBeLessThan(counts[0] ?? 0);
});

test('a company is found by its name in another language', async ({ page }) => {
  const company = companies[0];
  const name = company?.name['zh-Hant'] ?? '';
  const { field, rows } = await openJobs(page);
  await enterText(field, name);
  await expect(rows.first()).toContainText(localise(company?.name ?? {}, 'en').text);
});

test('functions, a company, both, and all again', async ({ page }) => {
  const { seesCount } = await openJobs(page);
  const { choose } = facetsOf(page);
  const [chosen, other] = event.functions;
  const company = companies.find(({ id }) => jobs.some((job) => job.company === id && job.function === chosen?.id));
  if (!chosen || !other || !company) throw new Error('the sample event has neither');
  const ofFunctions = jobs.filter((job) => job.function === chosen.id || job.function === other.id);
  const both = ofFunctions.filter((job) => job.company === company.id);

  await choose(
    'function',
    [chosen, other].map(({ name }) => localise(name, 'en').text),
  );
  await seesCount(ofFunctions.length);
  await choose('company', [localise(company.name, 'en').text]);
  await seesCount(both.length);
  await page.getByRole('button', { name: words.find.clearAll, exact: true }).click();
  await seesCount(jobs.length);
  await expect(page.getByRole('button', { name: words.find.facet.company, exact: true })).toBeVisible();
});

test('each value says how many jobs it would show, and those without any cannot be chosen', async ({ page }) => {
  await openJobs(page);
  const { open, value, choose } = facetsOf(page);
  const [chosen] = event.functions;
  if (!chosen) throw new Error('the sample event has no functions');
  await choose('function', [localise(chosen.name, 'en').text]);
  const dialog = await open('company');
  for (const company of companies.slice(0, 6)) {
    const count = jobs.filter((job) => job.company === company.id && job.function === chosen.id).length;
    const button = value(dialog, localise(company.name, 'en').text);
    await expect(button).toContainText(String(count));
    if (count === 0) await expect(button).toBeDisabled();
    else await expect(button).toBeEnabled();
  }
});

test('nothing fits: the nearest that would, each with its count, and none is a dead end', async ({ page }) => {
  const { field, rows, seesCount } = await openJobs(page);
  const { choose } = facetsOf(page);
  await choose('level', [words.job.level.lead]);
  await enterText(field, 'photonics qqqqqqqq');
  await expect(page.getByRole('heading', { name: words.find.noneTitle })).toBeVisible();
  await seesCount(0);
  const ways = page.locator('.find-relaxation');
  await expect(ways).not.toHaveCount(0);
  const counts = await ways.locator('.note').allInnerTexts();
  for (const text of counts) expect(Number(/\d+/u.exec(text)?.[0])).toBeGreaterThan(0);
  await ways.first().click();
  await seesCount(Number(/\d+/u.exec(counts[0] ?? '')?.[0]));
  await expect(rows).not.toHaveCount(0);
});

test('whoever comes back from a job finds the search as it was', async ({ page }) => {
  const { field, rows, count } = await openJobs(page);
  const [chosen] = event.functions;
  const chosenName = localise(chosen?.name ?? {}, 'en').text;
  await enterText(field, 'silicon');
  await facetsOf(page).choose('function', [chosenName]);
  await expect.poll(count).toBeLessThan(jobs.length);
  await expect(rows).not.toHaveCount(0);
  const title = await rows.first().getByRole('button').first().innerText();
  const found = await count();
  await rows.first().click();
  await expect(page.getByRole('button', { name: words.job.showBooth, exact: true })).toBeVisible();
  await page.getByRole('button', { name: words.footer.back, exact: true }).click();
  await expect(field).toHaveValue('silicon');
  await expect(page.getByRole('button', { name: chosenName, exact: true })).toBeVisible();
  await expect.poll(count).toBe(found);
  expect(await rows.first().getByRole('button').first().innerText()).toBe(title);
});

test('a search is forgotten with its visit', async ({ page }) => {
  const { field } = await openJobs(page);
  await enterText(field, 'silicon');
  await page.getByRole('button', { name: words.footer.startOver, exact: true }).click();
  const next = await openJobs(page);
  await expect(next.field).toHaveValue('');
  await next.seesCount(jobs.length);
});

test('the list grows as it is pulled up, to its last job', async ({ page }) => {
  const { list, rows } = await openJobs(page);
  await expect(rows.first()).toBeVisible();
  expect(await rows.count()).toBeLessThan(jobs.length);
  await expect(async () => {
    await list.evaluate((element) => {
      element.lastElementChild?.scrollIntoView();
    });
    expect(await rows.count()).toBe(jobs.length);
  }).toPass({ intervals: [50] });
});

test('a job says what it is, where its booth is, and who wrote it in which language', async ({ page }) => {
  const { field, rows } = await openJobs(page);
  const job = jobs.find(({ text }) => text.en === undefined && text['zh-Hant'] !== undefined);
  const company = companies.find(({ id }) => id === job?.company);
  if (!job || !company) throw new Error('every job of the sample event is in English');
  const title = localise(job.title, 'en').text;
  await enterText(field, title);
  await rows
    .filter({ hasText: title })
    .filter({ hasText: localise(company.name, 'en').text })
    .first()
    .click();
  const screen = page.getByRole('main');
  await expect(screen.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(screen).toContainText(localise(company.name, 'en').text);
  await expect(screen).toContainText(t('jobs.stand', { label: company.stands[0] ?? '' }));
  const text = screen.locator('.prose');
  await expect(text).toHaveAttribute('lang', 'zh-Hant');
  await expect(text).toContainText((job.text['zh-Hant'] ?? '').slice(0, 20));
  await expect(screen).toContainText(t('job.originalLanguage', { language: words.languageName['zh-Hant'] }));
});
