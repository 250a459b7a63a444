import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { floorsOf } from '../../domain/floor-plan.ts';
import { localise } from '../../domain/localised.ts';
import { createWalkNetwork } from '../../domain/walk/network.ts';
import { walkingMinutes } from '../../renderer/map/use-route.ts';
import { createWords } from '../../renderer/words/words.ts';
import { findJob, showBooth } from '../journeys/find-job.ts';
import { printSheet } from '../journeys/print-sheet.ts';
import { dragMap, findLabel, pinchMap, touchPlace } from '../journeys/touch-map.ts';
import { startVisit, waitForAttract } from '../journeys/visit.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test } from './kiosk-test.ts';
import { loadSampleEvent } from './sample-event.ts';

const { companies, jobs, sessions, floorPlan, event } = loadSampleEvent();
if (!floorPlan) throw new Error('the sample event has no floor plan');
const { features } = floorPlan;
const network = createWalkNetwork(floorPlan);
const words = wordsOf('en');
const { t } = createWords('en');
const english = (text: Parameters<typeof localise>[0]) => localise(text, 'en').text;
const stands = features.filter(({ properties }) => properties.kind === 'stand');

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const plan = (page: Page) => page.getByRole('group', { name: words.map.title });

/** What the screen says of the way from the first kiosk to a place. */
function wordsOfWay(to: string): string {
  const from = event.kiosks[0]?.place ?? '';
  const route = network.findRoute({ from, to });
  if (!route.ok) throw new Error(route.reason);
  const { metres, seconds } = route.value;
  return t('map.walk', { count: walkingMinutes(seconds), metres: Math.round(metres) });
}

async function openFromHome(page: Page, name: string): Promise<void> {
  await startVisit(page, 'en');
  await page.getByRole('main').getByRole('button', { name }).last().click();
}

async function seesWayTo(page: Page, { id, label }: { id: string; label: string }): Promise<void> {
  await expect(page.locator('.step-hint')).toHaveText(`${label} · ${wordsOfWay(id)}`);
  await expect(plan(page).locator('.plan-route')).toBeVisible();
  await expect(plan(page)).toContainText(words.map.youAreHere);
  await expect(plan(page).locator('.plan-text-told')).toContainText(label);
  await expect(page.locator('.written-route li')).not.toHaveCount(0);
}

test('from a job to its booth: the way, how long it takes, and the slip to take along', async ({ page, kiosk }) => {
  await startVisit(page, 'en');
  const { row } = await findJob(page, { language: 'en', search: 'analog' });
  const company = companies.find(({ name }) => row.includes(english(name)));
  const stand = stands.find(({ properties }) => properties.label === company?.stands[0]);
  if (!company?.stands[0] || !stand) throw new Error(`no booth for ${row}`);
  await showBooth(page, { language: 'en' });
  await expect(heading(page, english(company.name))).toBeVisible();
  await seesWayTo(page, { id: stand.properties.id, label: company.stands[0] });

  expect(await printSheet(page, { document: 'map', language: 'en' })).toMatchObject({ state: 'printed' });
  expect(readdirSync(join(kiosk.dataFolder, 'printed')).some((name) => name.endsWith('-map.png'))).toBe(true);
  await button(page, words.printed.finish).click();
  await waitForAttract(page);
});

test('jobs, booths and the way to them wait for nobody: neither a network nor the host', async ({ page }) => {
  await startVisit(page, 'en');
  // The map asks beforehand which printer would take its slip; here it never hears.
  const choosing = /\/bridge\/choosePrinter$/u;
  await page.route(choosing, () => Promise.withResolvers().promise);
  const asked: string[] = [];
  page.on('request', (request) => {
    // The watchdog's round trip answers no visitor.
    const isExpected = /\/bridge\/(choosePrinter|pulse)$/u.test(request.url());
    if (request.method() !== 'GET' && !isExpected) asked.push(request.url());
  });
  await findJob(page, { language: 'en', search: 'analog' });
  await showBooth(page, { language: 'en' });
  await page.getByRole('button', { name: words.map.jobsHere }).click();
  await expect(page.getByRole('listitem')).not.toHaveCount(0);
  expect(asked).toEqual([]);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('every company is listed by name with its jobs and its booth', async ({ page }) => {
  await openFromHome(page, words.home.companies);
  await expect(heading(page, words.companies.title)).toBeVisible();
  const rows = page.getByRole('main').getByRole('listitem');
  await expect(rows).toHaveCount(companies.length);
  const names = companies
    .map(({ name }) => english(name))
    .toSorted((first, second) => first.localeCompare(second, 'en'));
  for (const [index, name] of names.entries()) await expect(rows.nth(index)).toContainText(name);
  const company = companies.find(({ name }) => english(name) === names[0]);
  await expect(rows.first()).toContainText(company?.stands[0] ?? 'no stand');
  const count = jobs.filter((job) => job.company === company?.id).length;
  await expect(rows.first()).toContainText(t('companies.jobs', { count }));
});

test('a company says what it does and what it offers, and where it stands', async ({ page }) => {
  const [company] = companies;
  if (!company) throw new Error('the sample event has no company');
  await openFromHome(page, words.home.companies);
  await page
    .getByRole('button', { name: english(company.name) })
    .first()
    .click();
  const screen = page.getByRole('main');
  await expect(heading(page, english(company.name))).toBeVisible();
  await expect(screen).toContainText(english(company.about ?? {}));
  const openings = jobs.filter((job) => job.company === company.id);
  await expect(screen.getByRole('listitem')).toHaveCount(openings.length);
  await expect(screen).toContainText(english(openings[0]?.title ?? {}));
  await button(page, words.job.showBooth).click();
  const stand = stands.find(({ properties }) => properties.label === company.stands[0]);
  await seesWayTo(page, { id: stand?.properties.id ?? '', label: company.stands[0] ?? '' });
  await page.getByRole('button', { name: words.map.jobsHere }).click();
  await expect(heading(page, english(company.name))).toBeVisible();
});

test('the programme shows each session with its time, and its place on the map', async ({ page }) => {
  await openFromHome(page, words.home.agenda);
  const entries = page.getByRole('main').getByRole('listitem');
  await expect(entries).toHaveCount(sessions.length);
  const inOrder = sessions.toSorted((first, second) => first.start.localeCompare(second.start));
  const [first] = inOrder;
  const placed = inOrder.find(({ place }) => place !== undefined);
  await expect(entries.first()).toContainText(first?.start.slice(11) ?? '');
  await expect(entries.first()).toContainText(english(first?.title ?? {}));
  const place = features.find(({ properties }) => properties.id === placed?.place);
  if (!placed || !place?.properties.name) throw new Error('no session has a place');
  await entries
    .filter({ hasText: english(placed.title) })
    .getByRole('button', { name: english(place.properties.name), exact: true })
    .click();
  await expect(heading(page, english(place.properties.name))).toBeVisible();
  await expect(page.locator('.step-hint')).toContainText(wordsOfWay(place.properties.id));
  await expect(plan(page).locator('.plan-route')).toBeVisible();
});

test('on the map every stand can be touched, and each touch shows another way', async ({ page }) => {
  await openFromHome(page, words.home.map);
  await expect(page.getByText(words.map.choose)).toBeVisible();
  await expect(button(page, words.map.print)).toHaveCount(0);
  for (const { properties } of stands.slice(0, 2)) {
    const { id, label = '' } = properties;
    await touchPlace(page, label);
    const company = companies.find(({ stands: at }) => at.includes(label));
    await expect(heading(page, company ? english(company.name) : label)).toBeVisible();
    await seesWayTo(page, { id, label });
  }
  await button(page, words.footer.back).click();
  await expect(heading(page, words.home.question)).toBeVisible();
});

test('every stand of the floor where one stands bears its label, and no two labels lie over each other', async ({
  page,
}) => {
  await openFromHome(page, words.home.map);
  const here = floorsOf(floorPlan)[0].id;
  const labels = stands.flatMap(({ properties }) => (properties.floor === here ? (properties.label ?? []) : []));
  for (const label of labels) await findLabel(page, label);
  const overlaps = await page.evaluate(() => {
    const texts = [...document.querySelectorAll('.plan-texts text, .plan-here text')].map((text) => ({
      text: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    return texts.flatMap((one, index) =>
      texts
        .slice(index + 1)
        .filter(
          ({ box }) =>
            // Boxes of text are as high as lines, letters are less.
            box.left < one.box.right - 1 &&
            one.box.left < box.right - 1 &&
            box.top + box.height * 0.2 < one.box.bottom - one.box.height * 0.2 &&
            one.box.top + one.box.height * 0.2 < box.bottom - box.height * 0.2,
        )
        .map((other) => `${one.text} / ${other.text}`),
    );
  });
  expect(overlaps).toEqual([]);
});

/** How many times larger the map is than when all is seen. */
async function zoomOf(page: Page): Promise<number> {
  return page.locator('.plan').evaluate((svg) => svg.getBoundingClientRect().width / Number(svg.getAttribute('width')));
}

test('two fingers bring the map nearer, one moves it, and a button shows all of it again', async ({ page }) => {
  await openFromHome(page, words.home.map);
  await findLabel(page, 'C03');
  expect(await zoomOf(page)).toBeCloseTo(1, 2);
  await expect(button(page, words.hall.whole)).toBeDisabled();
  await pinchMap(page, { from: 60, to: 180 });
  await expect.poll(() => zoomOf(page)).toBeGreaterThan(2);
  const before = await page.locator('.plan').boundingBox();
  await dragMap(page, { across: -60, down: -40 });
  await expect.poll(async () => (await page.locator('.plan').boundingBox())?.x).toBeLessThan((before?.x ?? 0) - 30);
  // Neither finger was a tap.
  await expect(heading(page, words.map.title)).toBeVisible();
  await button(page, words.hall.whole).click();
  await expect.poll(() => zoomOf(page)).toBeCloseTo(1, 2);
  await button(page, words.hall.zoomIn).click();
  await expect.poll(() => zoomOf(page)).toBeCloseTo(1.6, 1);
});

test('the map cannot be dragged out of sight', async ({ page }) => {
  await openFromHome(page, words.home.map);
  await findLabel(page, 'C03');
  await pinchMap(page, { from: 60, to: 120 });
  for (let times = 0; times < 4; times += 1) await dragMap(page, { across: 150, down: 150 });
  const [frame, picture] = await Promise.all(['.plan-frame', '.plan'].map((one) => page.locator(one).boundingBox()));
  expect(picture?.x).toBeLessThanOrEqual((frame?.x ?? 0) + 1);
  expect(picture?.y).toBeLessThanOrEqual((frame?.y ?? 0) + 1);
});

test('without touch, arrows lead from place to place and Enter chooses', async ({ page }) => {
  await openFromHome(page, words.home.map);
  await findLabel(page, 'C03');
  await page.locator('.plan-cursor').focus();
  const first = await page.locator('.plan-cursor').getAttribute('aria-label');
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) await page.keyboard.press(key);
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.plan-cursor')).toBeFocused();
  await expect(page.locator('.plan-cursor')).not.toHaveAttribute('aria-label', first ?? '');
  await page.keyboard.press('Enter');
  await expect(button(page, words.map.print)).toBeVisible();
});

test('a way over floors shows its part on each, and without stairs it takes the lift', async ({ page }) => {
  await openFromHome(page, words.home.map);
  const room = features.find(({ properties: { kind, floor } }) => kind === 'room' && floor === 'upper');
  if (!room?.properties.name) throw new Error('the sample event has no room upstairs');
  const upper = floorsOf(floorPlan).at(-1)?.name;
  const floorName = english(upper ?? {});
  await page.getByText(floorName, { exact: true }).click();
  await touchPlace(page, english(room.properties.name));
  await expect(heading(page, english(room.properties.name))).toBeVisible();
  // It begins where one stands.
  await expect(plan(page)).toContainText(words.map.youAreHere);
  const lift = t('hall.changeTo.lift', { floor: floorName });
  await page.getByRole('button', { name: words.hall.stepFree, exact: true }).click();
  await expect(plan(page).getByRole('button', { name: lift, exact: true })).toBeVisible();
  await expect(page.locator('.written-route')).not.toContainText(/stairs|escalator to/iu);
  await plan(page).getByRole('button', { name: lift, exact: true }).click();
  await expect(plan(page)).not.toContainText(words.map.youAreHere);
  await expect(plan(page).locator('.plan-route')).toBeVisible();
  await expect(plan(page).locator('.plan-way-end')).toBeVisible();
});

test('signs for what everybody looks for stand on the plan, with names', async ({ page }) => {
  await openFromHome(page, words.home.map);
  const here = floorsOf(floorPlan)[0].id;
  for (const kind of ['entrance', 'toilet', 'lift', 'stairs', 'first-aid', 'information'] as const) {
    const count = features.filter(({ properties }) => properties.kind === kind && properties.floor === here).length;
    await expect(plan(page).getByRole('img', { name: words.map.place[kind], exact: true })).toHaveCount(count);
  }
});
