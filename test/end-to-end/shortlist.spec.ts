import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import { languages, localise, type Language } from '../../domain/localised.ts';
import { readCodeOfSlip, readCodeOnScreen, readSheet } from '../documents/read-codes.ts';
import { keepSession, keepThis, openShortlist, planWalk, printRoute } from '../journeys/plan-walk.ts';
import { startOver, startVisit, waitForAttract } from '../journeys/visit.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test } from './kiosk-test.ts';
import type { Kiosk } from './open-kiosk.ts';
import { loadSampleEvent } from './sample-event.ts';

const { companies, jobs, sessions } = loadSampleEvent();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const tile = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name }).last();
const stops = (page: Page) => page.locator('.stops > li');

/** Companies with a booth and a job, by the names under which they are listed. */
const hiring = companies.filter(({ id, stands }) => stands.length > 0 && jobs.some(({ company }) => company === id));
const forum = sessions.find(({ id }) => id === 'forum-pilot-line');
if (!forum || hiring.length < 14) throw new Error('the sample event is another one');

const nameOf = (text: Parameters<typeof localise>[0], language: Language) => localise(text, language).text;
const firstJobOf = (company: string) => {
  const job = jobs.find((each) => each.company === company);
  if (!job) throw new Error(`${company} has no job`);
  return job;
};

/** From the home screen and back: keeps the company itself or its first job. */
async function keepAt(page: Page, { language, id, kind }: { language: Language; id: string; kind: 'job' | 'company' }) {
  const { home, footer, job: words } = wordsOf(language);
  const company = companies.find((each) => each.id === id);
  if (!company) throw new Error(`no company ${id}`);
  await tile(page, home.companies).click();
  await page
    .getByRole('button', { name: nameOf(company.name, language) })
    .first()
    .click();
  await button(page, words.showBooth).waitFor();
  if (kind === 'job') {
    const title = nameOf(firstJobOf(id).title, language);
    await page.getByRole('listitem').getByRole('button', { name: title }).first().click();
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
  }
  await keepThis(page, language);
  await button(page, footer.back).click();
  if (kind === 'job') await button(page, footer.back).click();
  await button(page, footer.back).click();
}

async function keepForum(page: Page, language: Language): Promise<void> {
  const { home, footer } = wordsOf(language);
  await tile(page, home.agenda).click();
  await keepSession(page, { language, title: nameOf(forum?.title ?? {}, language) });
  await button(page, footer.back).click();
}

function lastSheet({ dataFolder }: Kiosk) {
  const folder = join(dataFolder, 'printed');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('-route.png'))
    .map((name) => join(folder, name))
    .toSorted((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
  return readSheet(readFileSync(files.at(-1) ?? 'no sheet'));
}

for (const language of languages) {
  test(`two jobs and a forum are kept, the walk planned, the route printed, and read by a phone: ${language}`, async ({
    page,
    kiosk,
  }) => {
    const [one, two] = hiring;
    if (!one || !two) throw new Error('no companies');
    await startVisit(page, language);
    await keepAt(page, { language, id: one.id, kind: 'job' });
    await keepAt(page, { language, id: two.id, kind: 'job' });
    await keepForum(page, language);
    await expect(page.locator('.list-opener')).toHaveText('3');
    await openShortlist(page, { language });
    await planWalk(page, { language });
    await expect(stops(page)).toHaveCount(2);
    expect(await printRoute(page, { language })).toMatchObject({ state: 'printed', claimCode: null });

    const read = readCodeOfSlip(lastSheet(kiosk)) ?? 'nothing';
    for (const company of [one, two]) {
      expect(read).toContain(`${nameOf(company.name, language)} · ${company.stands[0] ?? ''}`);
      expect(read).toContain(nameOf(firstJobOf(company.id).title, language));
    }
    expect(read).toContain(forum.start.slice(11));
    expect(read).toContain(nameOf(forum.title, language));
    await button(page, wordsOf(language).printed.finish).click();
    await waitForAttract(page);
  });
}

const words = wordsOf('en');

test('the phone gets the list from the screen, and each session for its calendar', async ({ page }) => {
  const [one] = hiring;
  await startVisit(page, 'en');
  await keepAt(page, { language: 'en', id: one?.id ?? '', kind: 'company' });
  await keepForum(page, 'en');
  await openShortlist(page, { language: 'en' });
  await planWalk(page, { language: 'en' });
  await button(page, words.walk.toPhone).click();
  await heading(page, words.walk.phone.title).waitFor();
  expect(await readCodeOnScreen(page)).toContain(nameOf(one?.name ?? {}, 'en'));
  await button(page, words.walk.phone.next).click();
  const calendar = (await readCodeOnScreen(page)) ?? '';
  const event = new ICAL.Component(ICAL.parse(calendar) as unknown[]).getFirstSubcomponent('vevent');
  expect(event?.getFirstPropertyValue('summary')).toBe(nameOf(forum.title, 'en'));
  expect(String(event?.getFirstPropertyValue('dtstart'))).toBe('2025-05-30T03:00:00Z');
  await button(page, words.walk.phone.done).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('what is taken off can be put back, and two sessions at once are told', async ({ page }) => {
  const other = sessions.find(({ id, start, end }) => id !== forum.id && start < forum.end && forum.start < end);
  if (!other) throw new Error('nothing is on at the time of the forum');
  await startVisit(page, 'en');
  await keepForum(page, 'en');
  await tile(page, words.home.agenda).click();
  await keepSession(page, { language: 'en', title: nameOf(other.title, 'en') });
  await openShortlist(page, { language: 'en' });
  const clash = (title: string) => page.getByText(`At the same time you keep ${title}`);
  await expect(clash(nameOf(other.title, 'en'))).toBeVisible();
  await expect(clash(nameOf(forum.title, 'en'))).toBeVisible();

  const title = nameOf(other.title, 'en');
  await button(page, `Take off: ${title}`).click();
  await expect(clash(title)).toHaveCount(0);
  await button(page, `Put back: ${title}`).click();
  await expect(clash(title)).toBeVisible();
  for (const each of [title, nameOf(forum.title, 'en')]) await button(page, `Take off: ${each}`).click();
  await expect(button(page, words.shortlist.plan)).toBeDisabled();
});

test('a list is asked for before it is erased, and the next visitor has none of it', async ({ page }) => {
  await startVisit(page, 'en');
  await keepAt(page, { language: 'en', id: hiring[0]?.id ?? '', kind: 'company' });
  await button(page, words.footer.startOver).click();
  await button(page, words.startOver.keep).click();
  await expect(page.locator('.list-opener')).toHaveText('1');
  await startOver(page, 'en');
  await startVisit(page, 'en');
  await expect(page.locator('.list-opener')).toHaveCount(0);
});

test('where the visitor has been is walked to no more, and comes back when they have not', async ({ page }) => {
  await startVisit(page, 'en');
  for (const { id } of hiring.slice(0, 3)) await keepAt(page, { language: 'en', id, kind: 'company' });
  await openShortlist(page, { language: 'en' });
  await planWalk(page, { language: 'en' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Three booths, /u);
  const seen = page.getByRole('button', { name: /^Been there: /u });
  await seen.first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Two booths, /u);
  await expect(stops(page)).toHaveCount(3);
  await seen.last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Three booths, /u);
});

test('a walk of more than twelve stops comes in parts, on paper too', async ({ page, kiosk }) => {
  const many = hiring.slice(0, 14);
  await startVisit(page, 'en');
  for (const { id } of many) await keepAt(page, { language: 'en', id, kind: 'company' });
  await openShortlist(page, { language: 'en' });
  await planWalk(page, { language: 'en' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^14 booths, /u);
  await expect(stops(page)).toHaveCount(12);
  await expect(page.locator('.sheet-to-print')).toContainText('and 2 more on your phone');
  await button(page, words.walk.laterPart).click();
  await expect(stops(page)).toHaveCount(2);
  await expect(stops(page).first()).toContainText('13');
  await printRoute(page, { language: 'en' });
  const read = readCodeOfSlip(lastSheet(kiosk)) ?? 'nothing';
  expect(read).toMatch(/^14\. /mu);
});
