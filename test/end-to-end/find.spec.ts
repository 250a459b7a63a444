import type { Page } from 'playwright-core';
import { localise } from '../../domain/localised.ts';
import { isNew } from '../../domain/match/is-new.ts';
import { createWalkNetwork } from '../../domain/walk/network.ts';
import { findWantedSkill } from '../../renderer/screens/find-wanted-skill.ts';
import { createWords } from '../../renderer/words/words.ts';
import { enterText, touchKeys } from '../journeys/type-text.ts';
import { startVisit } from '../journeys/visit.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test } from './kiosk-test.ts';
import { portrait } from './open-kiosk.ts';
import { loadSampleEvent } from './sample-event.ts';

const { jobs, companies, sessions, floorPlan, event } = loadSampleEvent();
const words = wordsOf('en');
const { t } = createWords('en');

async function openFind(page: Page) {
  await startVisit(page, 'en');
  await page.getByRole('button', { name: words.home.search, exact: true }).click();
  await page.getByRole('status').filter({ hasText: /\d/u }).waitFor();
  return {
    field: page.getByRole('textbox', { name: words.jobs.search, exact: true }),
    others: page.getByRole('group', { name: words.find.others }),
    rows: page.getByRole('main').getByRole('listitem'),
  };
}

test('companies, sessions and places are found in the same box, and lead to what they are', async ({ page }) => {
  const { field, others } = await openFind(page);
  const back = page.getByRole('button', { name: words.footer.back, exact: true });
  const company = localise(companies[0]?.name ?? {}, 'en').text;
  await enterText(field, company);
  await others.getByRole('button').filter({ hasText: company }).click();
  await expect(page.getByRole('heading', { level: 1, name: company })).toBeVisible();
  await back.click();

  const session = sessions.find(({ kind }) => kind === 'workshop');
  const title = localise(session?.title ?? {}, 'en').text;
  await enterText(field, title);
  await others.getByRole('button').filter({ hasText: title }).click();
  await expect(page.getByRole('heading').filter({ hasText: title }).first()).toBeVisible();
  await back.click();

  await enterText(field, 'stage');
  await others
    .getByRole('button', { name: new RegExp(words.map.place.stage, 'u') })
    .first()
    .click();
  await expect(page.getByRole('button', { name: words.map.print, exact: true })).toBeVisible();
});

test('what was found stands out on the map, until it is let go', async ({ page }) => {
  const { field } = await openFind(page);
  const onMap = page.getByRole('button', { name: words.find.onMap, exact: true });
  await expect(onMap).toHaveCount(0);
  await enterText(field, 'toilet');
  await onMap.click();
  const found = page.getByRole('button', { name: /^\d+ places? found$/u });
  await expect(found).toBeVisible();
  await expect(page.locator('.plan-highlighted')).toHaveAttribute('d', /M/u);
  await found.click();
  await expect(found).toHaveCount(0);
  await expect(page.locator('.plan-highlighted')).not.toHaveAttribute('d', /M/u);
  await page.getByRole('button', { name: words.footer.back, exact: true }).click();
  await expect(field).toHaveValue('toilet');
});

test('all of the other kinds are a tap away, each under its own heading', async ({ page }) => {
  const { field, others } = await openFind(page);
  await enterText(field, 'a');
  await others.getByRole('button').last().click();
  await expect(page.getByRole('heading', { name: words.find.othersTitle })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: words.find.kind.company })).toBeVisible();
  await page.getByRole('button', { name: words.footer.back, exact: true }).click();
  await expect(field).toHaveValue('a');
});

test('what was found is marked by more than a colour', async ({ page }) => {
  const { field, rows } = await openFind(page);
  await enterText(field, 'analog');
  const mark = rows.locator('mark').first();
  await expect(mark).toHaveText(/^analog/iu);
  await expect(mark).toHaveCSS('text-decoration-line', 'underline');
  const weightOf = async (selector: string) =>
    Number(
      await rows
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).fontWeight),
    );
  expect(await weightOf('mark')).toBeGreaterThan(await weightOf('strong'));
});

test('what fits some of the words follows what fits all, under its own heading, and is not counted', async ({
  page,
}) => {
  const { field, rows } = await openFind(page);
  const near = page.getByRole('region', { name: words.find.near });
  const status = page.getByRole('status');
  await enterText(field, 'photonics');
  await expect(status).toHaveText(/^[1-9]/u);
  const best = await rows.first().getByRole('button').first().innerText();
  await expect(near).toBeHidden();

  await enterText(field, 'photonics qqqqqqqq');
  await expect(status).toHaveText(t('jobs.count', { count: 0 }), { useInnerText: true });
  await expect(page.getByRole('heading', { name: words.find.noneTitle })).toBeVisible();
  await expect(near.getByRole('heading', { name: words.find.near })).toBeVisible();
  const nearest = near.getByRole('listitem').first();
  expect(await nearest.getByRole('button').first().innerText()).toBe(best);
  await expect(nearest.locator('mark').first()).toHaveText(/^photonic/iu);
  await nearest.getByRole('button').first().click();
  await expect(page.getByRole('button', { name: words.job.showBooth, exact: true })).toBeVisible();
});

test('a job of the last week before the event is new, an older one is not', async ({ page }) => {
  const { field, rows } = await openFind(page);
  const day = event.days[0]?.date ?? '';
  for (const wanted of [true, false]) {
    const job = jobs.find(
      ({ posted, title }) => title.en !== undefined && posted !== undefined && isNew(posted, day) === wanted,
    );
    const title = job?.title.en ?? '';
    await enterText(field, title);
    const company = localise(companies.find(({ id }) => id === job?.company)?.name ?? {}, 'en').text;
    const row = rows.filter({ hasText: title }).filter({ hasText: company }).first();
    await expect(row).toBeVisible();
    await expect(row.locator('.job-new')).toHaveCount(wanted ? 1 : 0);
  }
});

test('a row is kept without leaving the list', async ({ page }) => {
  const { rows } = await openFind(page);
  const keep = rows.first().getByRole('button').last();
  await keep.click();
  await expect(keep).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: t('shortlist.open', { count: 1 }), exact: true })).toBeVisible();
});

for (const textSize of ['normal', 'largest'] as const) {
  test(`what is found stands above the keys (${textSize} text)`, async ({ page }) => {
    await startVisit(page, 'en');
    await page.setViewportSize(portrait);
    await page.getByRole('button', { name: words.footer.access, exact: true }).click();
    await page.getByText(words.access[textSize], { exact: true }).click();
    await page.getByRole('button', { name: words.access.done, exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words.home.search, exact: true }).click();
    // The keys are there without a touch: who comes here types.
    const keyboard = page.getByRole('group', { name: words.keyboard.name, exact: true });
    await touchKeys(page, words, 'analog');
    const row = page.getByRole('main').getByRole('listitem').first();
    await expect(row.locator('mark').first()).toBeVisible();
    const [rowBox, keyboardBox] = [await row.boundingBox(), await keyboard.boundingBox()];
    expect((rowBox?.y ?? 0) + (rowBox?.height ?? 0)).toBeLessThanOrEqual(keyboardBox?.y ?? 0);
  });
}

test('the questions under the search are answered: a skill, what is on, the nearest toilet', async ({ page }) => {
  await startVisit(page, 'en');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const skill = findWantedSkill(jobs) ?? '';
  await button(t('find.suggestion.whoHires', { skill })).click();
  await expect(page.getByRole('textbox')).toHaveValue(skill);
  await expect(page.getByRole('main').getByRole('listitem')).not.toHaveCount(0);
  await button(words.footer.back).click();
  await button(words.find.suggestion.now).click();
  await expect(page.getByRole('heading', { level: 1, name: words.agenda.title })).toBeVisible();
  await button(words.footer.back).click();

  await button(words.find.suggestion.toilet).click();
  if (!floorPlan) throw new Error('the sample event has no plan');
  const network = createWalkNetwork(floorPlan);
  const from = event.kiosks[0]?.place ?? '';
  const metres = floorPlan.features
    .filter(({ properties }) => properties.kind === 'toilet')
    .flatMap(({ properties: { id } }) => {
      const route = network.findRoute({ from, to: id });
      return route.ok ? [route.value] : [];
    })
    .toSorted((one, other) => one.seconds - other.seconds)[0]?.metres;
  await expect(page.getByRole('main')).toContainText(`${Math.round(metres ?? 0)} m`);
});
