import { DatabaseSync } from 'node:sqlite';
import type { Page } from 'playwright-core';
import { errors } from '../../domain/errors.ts';
import { localise } from '../../domain/localised.ts';
import { enterName, goOn, openNameScreen, registerWalkIn } from '../journeys/register-walk-in.ts';
import { enterText } from '../journeys/type-text.ts';
import { startVisit } from '../journeys/visit.ts';
import { createVisitor, type Visitor } from '../journeys/visitor.ts';
import { wordsOf } from '../journeys/words.ts';
import { journalPath, openRegistration, readRecords } from './journal-of.ts';
import { expect, test } from './kiosk-test.ts';
import { readMirror } from './mirror.ts';
import { loadSampleEvent } from './sample-event.ts';

const { register, badge } = wordsOf('en');
const { interests } = loadSampleEvent().event;

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const badgeOn = (page: Page) => page.getByRole('article');
const finish = (page: Page) => page.getByRole('button', { name: register.talent.finish, exact: true });

/** From the name to the last question, with everything answered but "Finish" not yet touched. */
async function goToFinish(page: Page, visitor: Visitor): Promise<void> {
  await enterName(page, visitor);
  await goOn(page, visitor);
  await enterText(page.getByRole('textbox', { name: register.contact.email, exact: true }), visitor.contact.value);
  await goOn(page, visitor);
  await page.getByText(register.status[visitor.status], { exact: true }).click();
  await goOn(page, visitor);
  await page.getByText(register.talent[visitor.talentPool], { exact: true }).click();
}

async function startAndGoToFinish(page: Page, visitor: Visitor): Promise<void> {
  await startVisit(page, 'en');
  await openNameScreen(page, visitor);
  await goToFinish(page, visitor);
}

test('what was entered is in the journal, sealed, under the code on the badge', async ({ page, kiosk }) => {
  const visitor = createVisitor({
    language: 'zh-Hant',
    name: { own: '陳大文', latin: 'Chan Tai Man' },
    contact: { kind: 'phone', value: '+852 9123 4567' },
    status: 'graduate',
    field: '電子工程',
    talentPool: 'open',
  });
  await startVisit(page, 'zh-Hant');
  await registerWalkIn(page, visitor);
  const record = readRecords(kiosk).at(-1);
  if (!record) throw new Error('the journal is empty');
  await expect(badgeOn(page)).toContainText(record.claimCode);
  await expect(badgeOn(page).getByRole('img', { name: record.claimCode })).toBeVisible();
  const { language, name, contact, status, field, talentPool } = visitor;
  expect(await openRegistration(record)).toEqual({
    language,
    name,
    contact,
    status,
    field,
    interests: [],
    talentPool,
    consent: true,
  });
  await expect.poll(() => readMirror(page)).toContainEqual(record);
});

test('interests are kept as they were chosen', async ({ page, kiosk }) => {
  const visitor = createVisitor();
  await startAndGoToFinish(page, visitor);
  for (const { name } of interests.slice(1, 3)) {
    await page.getByText(localise(name, 'en').text, { exact: true }).click();
  }
  await finish(page).click();
  await expect(heading(page, badge.title)).toBeVisible();
  const record = readRecords(kiosk).at(-1);
  if (!record) throw new Error('the journal is empty');
  const registration = await openRegistration(record);
  expect(registration.interests.toSorted()).toEqual(
    interests
      .slice(1, 3)
      .map(({ id }) => id)
      .toSorted(),
  );
});

test('a correction is a record of its own that keeps the code; nothing changed is nothing written', async ({
  page,
  kiosk,
}) => {
  const before = readRecords(kiosk).length;
  await startVisit(page, 'en');
  await registerWalkIn(page, createVisitor({ name: { own: '', latin: 'Ada Lovelase' } }));
  const change = page.getByRole('button', { name: badge.change, exact: true });
  await change.click();
  await goToFinish(page, createVisitor({ name: { own: '', latin: 'Ada Lovelace' } }));
  await finish(page).click();
  await expect(heading(page, badge.title)).toBeVisible();
  await expect(badgeOn(page).getByRole('heading')).toHaveText('Ada Lovelace');

  const [first, second, ...more] = readRecords(kiosk).slice(before);
  expect(more).toEqual([]);
  expect(second).toMatchObject({ replaces: first?.id, claimCode: first?.claimCode });
  expect(second?.sequence).toBe((first?.sequence ?? 0) + 1);
  await expect(badgeOn(page)).toContainText(first?.claimCode ?? 'no code');

  await change.click();
  await goToFinish(page, createVisitor({ name: { own: '', latin: 'Ada Lovelace' } }));
  await finish(page).click();
  await expect(heading(page, badge.title)).toBeVisible();
  expect(readRecords(kiosk)).toHaveLength(before + 2);
});

test('two quick taps on "Finish" register once', async ({ page, kiosk }) => {
  const before = readRecords(kiosk).length;
  await startAndGoToFinish(page, createVisitor());
  await finish(page).dblclick();
  await expect(heading(page, badge.title)).toBeVisible();
  expect(readRecords(kiosk)).toHaveLength(before + 1);
});

test('an answer lost on its way: "Finish" again finds the same registration', async ({ openKiosk, shell }) => {
  test.skip(shell === 'electron', 'in Electron nothing lies between page and host that a test could cut');
  const kiosk = await openKiosk();
  const { page } = kiosk;
  let committed = 0;
  await page.route('**/bridge/register', async (route) => {
    await route.fetch();
    committed = readRecords(kiosk).length;
    await expect(heading(page, badge.title)).toHaveCount(0);
    await route.abort();
  });
  await startAndGoToFinish(page, createVisitor());
  await finish(page).click();
  await expect(page.getByRole('alert')).toHaveText(errors['host-unreachable'].visitor.en);
  expect(committed).toBe(1);
  await expect(heading(page, badge.title)).toHaveCount(0);

  await page.unroute('**/bridge/register');
  await finish(page).click();
  await expect(heading(page, badge.title)).toBeVisible();
  const records = readRecords(kiosk);
  expect(records).toHaveLength(1);
  await expect(badgeOn(page)).toContainText(records[0]?.claimCode ?? 'no code');
});

test('a journal that cannot be written: no word of "registered", and it goes on when mended', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const { page } = kiosk;
  await startAndGoToFinish(page, createVisitor());
  const other = new DatabaseSync(journalPath(kiosk));
  other.exec('begin immediate');
  await finish(page).click();
  await expect(page.getByRole('alert')).toHaveText(errors['journal-failed'].visitor.en, { timeout: 20_000 });
  await expect(heading(page, register.talent.question)).toBeVisible();
  await expect(heading(page, badge.title)).toHaveCount(0);
  other.exec('rollback');
  other.close();
  expect(readRecords(kiosk)).toEqual([]);

  await finish(page).click();
  await expect(heading(page, badge.title)).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(readRecords(kiosk).map(({ sequence }) => sequence)).toEqual([1]);
});

test('a host that dies: calm words, nothing half registered, and what was registered comes back', async ({
  openKiosk,
  shell,
}, testInfo) => {
  test.skip(shell === 'electron', 'in Electron the window dies with its host');
  const dataFolder = testInfo.outputPath('data');
  const kiosk = await openKiosk({ dataFolder });
  const { page } = kiosk;
  await startVisit(page, 'en');
  await registerWalkIn(page, createVisitor());
  const registered = readRecords(kiosk);
  await page.getByRole('button', { name: badge.change, exact: true }).click();
  await goToFinish(page, createVisitor({ name: { own: '', latin: 'Grace Hopper' } }));

  kiosk.host.process.kill('SIGKILL');
  await finish(page).click();
  await expect(page.getByRole('alert')).toHaveText(errors['host-unreachable'].visitor.en);
  await expect(finish(page)).toBeEnabled();
  await expect(heading(page, badge.title)).toHaveCount(0);

  await page.context().close();
  const again = await openKiosk({ dataFolder });
  await startVisit(again.page, 'en');
  expect(readRecords(again)).toEqual(registered);
  await expect.poll(() => readMirror(again.page)).toEqual(registered);
  await registerWalkIn(again.page, createVisitor({ name: { own: '', latin: 'Grace Hopper' } }));
  expect(readRecords(again).map(({ sequence }) => sequence)).toEqual([1, 2]);
});
