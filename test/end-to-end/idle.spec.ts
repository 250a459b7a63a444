import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Page } from 'playwright-core';
import { giveCode, openCodeScreen, waitForAttendees } from '../journeys/check-in.ts';
import { openNameScreen, registerWalkIn } from '../journeys/register-walk-in.ts';
import { scanCode } from '../journeys/scan-code.ts';
import { enterText, touchKeys } from '../journeys/type-text.ts';
import { startVisit, waitForAttract } from '../journeys/visit.ts';
import { createVisitor } from '../journeys/visitor.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test as base } from './kiosk-test.ts';
import { readMirror } from './mirror.ts';
import { samplePerson } from './sample-attendees.ts';

const warnAfterSeconds = 20;
const wipeAfterSeconds = 10;
const words = wordsOf('en');
const { idle, register } = words;

/** A kiosk whose page's clock the test moves: nobody waits for a visitor who has left. */
const test = base.extend({
  async page({ page }, use) {
    await page.clock.install();
    await page.reload();
    await use(page);
  },
});
test.use({
  kioskOptions: {
    flags: [`--idle-warn-after-seconds=${warnAfterSeconds}`, `--idle-wipe-after-seconds=${wipeAfterSeconds}`],
  },
});

const question = (page: Page) => page.getByRole('alertdialog', { name: idle.title });
const wait = (page: Page, seconds: number) => page.clock.fastForward(seconds * 1000);
const own = (page: Page) => page.getByRole('textbox', { name: register.name.own, exact: true });

async function typeName(page: Page, name: string): Promise<void> {
  await startVisit(page, 'en');
  await openNameScreen(page, createVisitor());
  await enterText(own(page), name);
}

test('whoever is gone is asked for; "I am here" keeps everything', async ({ page }) => {
  await typeName(page, '陳大文');
  await wait(page, warnAfterSeconds - 2);
  await expect(question(page)).toHaveCount(0);
  await wait(page, 3);
  await expect(question(page)).toContainText(/\d+ seconds/u);
  await page.getByRole('button', { name: idle.stay, exact: true }).click();
  await expect(question(page)).toHaveCount(0);
  await expect(own(page)).toHaveValue('陳大文');
  await wait(page, warnAfterSeconds - 2);
  await expect(question(page)).toHaveCount(0);
});

test('"Erase now" and no answer at all both end the visit', async ({ page }) => {
  await typeName(page, '陳大文');
  await wait(page, warnAfterSeconds + 1);
  await page.getByRole('button', { name: idle.leave, exact: true }).click();
  await waitForAttract(page);

  await typeName(page, '陳大文');
  await wait(page, warnAfterSeconds + 1);
  await expect(question(page)).toBeVisible();
  await wait(page, wipeAfterSeconds);
  await waitForAttract(page);
  await expect(question(page)).toHaveCount(0);
});

test('touching the keys on the screen is a sign of life', async ({ page }) => {
  await typeName(page, '');
  for (const letter of ['A', 'd', 'a']) {
    await wait(page, warnAfterSeconds - 2);
    await touchKeys(page, words, letter);
  }
  await wait(page, warnAfterSeconds - 2);
  await expect(question(page)).toHaveCount(0);
  await expect(own(page)).toHaveValue('Ada');
});

test('reading is one too: a list that scrolls keeps the visit', async ({ page }) => {
  await startVisit(page, 'en');
  await page.getByRole('button', { name: words.home.search, exact: true }).click();
  const list = page.locator('.job-list.scroll');
  await expect(list.getByRole('listitem')).not.toHaveCount(0);
  await wait(page, warnAfterSeconds - 2);
  await list.evaluate((element) => {
    element.scrollTop += 200;
  });
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  await wait(page, warnAfterSeconds - 2);
  await expect(question(page)).toHaveCount(0);
});

const typed = ['Zyxander Quillfeather', 'zyxander@quill.example', 'Quantum basketry', 'quillsearch'];

/** All that a page can keep, as one text. */
async function readPage(page: Page): Promise<string> {
  const kept = await page.evaluate(() =>
    JSON.stringify([
      document.documentElement.outerHTML,
      Array.from(document.querySelectorAll('input'), ({ value }) => value),
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      document.cookie,
      document.title,
      location.href,
      history.state as unknown,
      window.name,
    ]),
  );
  const databases = await page.evaluate(() => indexedDB.databases());
  expect(databases.map(({ name }) => name).toSorted()).toEqual(['foyer', 'foyer-search']);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  return [kept, JSON.stringify(await readMirror(page)), await page.evaluate(readSearchIndex)].join('\n');
}

/** In the page: all texts of the index that the search keeps for the next start. */
async function readSearchIndex(): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('foyer-search');
    opening.onsuccess = () => {
      resolve(opening.result);
    };
    opening.onerror = () => {
      reject(opening.error ?? new Error('foyer-search'));
    };
  });
  const rows = await new Promise<unknown>((resolve) => {
    const reading = database.transaction('indexes').objectStore('indexes').getAll();
    reading.onsuccess = () => {
      resolve(reading.result);
    };
  });
  database.close();
  return JSON.stringify(rows, (_key, value: unknown) => (ArrayBuffer.isView(value) ? null : value));
}

test('half-way through the form and gone: nothing that was typed is left in the page', async ({ page }) => {
  const [name = '', , , search = ''] = typed;
  await startVisit(page, 'en');
  await page.getByRole('button', { name: words.home.search, exact: true }).click();
  await enterText(page.getByRole('textbox', { name: words.jobs.search, exact: true }), search);
  await page.getByRole('button', { name: words.footer.back, exact: true }).click();
  await openNameScreen(page, createVisitor());
  await enterText(own(page), name);
  expect(await readPage(page)).toContain(name);
  await wait(page, warnAfterSeconds + wipeAfterSeconds + 1);
  await waitForAttract(page);
  const left = await readPage(page);
  for (const text of [name, search]) expect(left).not.toContain(text);

  await startVisit(page, 'en');
  await page.getByRole('button', { name: words.home.register }).click();
  await expect(page.getByRole('checkbox')).not.toBeChecked();
});

test('registered and gone: sealed in the journal, readable nowhere', async ({ page, kiosk }) => {
  const [name = '', email = '', field = ''] = typed;
  await startVisit(page, 'en');
  await registerWalkIn(
    page,
    createVisitor({ name: { own: name, latin: '' }, contact: { kind: 'email', value: email }, field }),
  );
  await wait(page, warnAfterSeconds + wipeAfterSeconds + 1);
  await waitForAttract(page);
  const left = await readPage(page);
  const onDisk = readFolder(kiosk.dataFolder);
  for (const text of [name, email, field]) {
    expect(left).not.toContain(text);
    expect(kiosk.host.output()).not.toContain(text);
    expect(onDisk.filter(({ bytes }) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))).toEqual(
      [],
    );
  }
});

test('checked in with a ticket and gone: neither the ticket nor whose it was is left anywhere', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk({ flags: ['--hub=embedded'] });
  const { page } = kiosk;
  await waitForAttract(page);
  await waitForAttendees(page);
  const scannedPerson = samplePerson('zh-Hans');
  await scanCode(page, scannedPerson.code);
  await page.getByRole('heading', { name: wordsOf('zh-Hans').checkIn.title, exact: true }).waitFor();
  expect(await readPage(page)).toContain(scannedPerson.own);
  await page.getByRole('button', { name: wordsOf('zh-Hans').footer.startOver, exact: true }).click();
  await waitForAttract(page);

  const typedPerson = samplePerson('en', 7);
  await startVisit(page, 'en');
  await openCodeScreen(page, 'en');
  await giveCode(page, { language: 'en', code: `${typedPerson.code}-WRONG` });
  await page.getByRole('alert').waitFor();
  await giveCode(page, { language: 'en', code: typedPerson.code });
  await page.getByRole('heading', { name: words.checkIn.title, exact: true }).waitFor();
  await page.getByRole('button', { name: words.footer.startOver, exact: true }).click();
  await waitForAttract(page);

  const left = await readPage(page);
  const onDisk = readFolder(kiosk.dataFolder);
  const secrets = [scannedPerson, typedPerson].flatMap(({ code, own, latin, email }) => [code, own, latin, email]);
  for (const text of secrets.filter((secret) => secret !== '')) {
    expect(left).not.toContain(text);
    expect(kiosk.host.output()).not.toContain(text);
    expect(onDisk.filter(({ bytes }) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))).toEqual(
      [],
    );
  }
});

/** The host's files; the browser of the tests keeps a profile of its own, which the kiosk's does not. */
function readFolder(folder: string): { readonly path: string; readonly bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.split(sep)[0] !== 'test-browser' && statSync(join(folder, path)).isFile())
    .map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
}
