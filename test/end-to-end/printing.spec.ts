import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { errors } from '../../domain/errors.ts';
import { startEscposSimulator, type EscposSimulator } from '../simulators/escpos/escpos-simulator.ts';
import { findJob, showBooth } from '../journeys/find-job.ts';
import { printSheet } from '../journeys/print-sheet.ts';
import { registerWalkIn } from '../journeys/register-walk-in.ts';
import { startVisit, waitForAttract } from '../journeys/visit.ts';
import { createVisitor } from '../journeys/visitor.ts';
import { wordsOf } from '../journeys/words.ts';
import { readRecords } from './journal-of.ts';
import { expect, test as base } from './kiosk-test.ts';

const words = wordsOf('en');
const { printed, paper } = words;

/** A kiosk with a receipt printer on the network. */
const test = base.extend<object, { printer: EscposSimulator }>({
  printer: [
    async ({ shell: _ }, use) => {
      const printer = await startEscposSimulator();
      await use(printer);
      await printer.close();
    },
    { scope: 'worker' },
  ],
  kioskOptions: [
    async ({ printer }, use) => {
      await use({ flags: ['--printer', `tcp://${printer.host}:${printer.port}`] });
    },
    { scope: 'worker' },
  ],
});

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** On the badge that is shown, and on the one that lies ready for the printer. */
const reprintMark = (page: Page) => page.locator('.document-reprint').filter({ hasText: paper.reprint });

async function register(page: Page): Promise<void> {
  await startVisit(page, 'en');
  await registerWalkIn(page, createVisitor());
}

test('a badge: printed when the printer says so, and then the code stands on the screen', async ({
  page,
  kiosk,
  printer,
}) => {
  const before = printer.sheets.length;
  await register(page);
  const code = readRecords(kiosk).at(-1)?.claimCode;
  const sheet = await printSheet(page, { document: 'badge', language: 'en' });
  expect(sheet).toMatchObject({ state: 'printed', claimCode: code });
  expect(printer.sheets).toHaveLength(before + 1);
  expect(printer.sheets.at(-1)?.raster.width).toBe(576);
  await button(page, printed.jobs).click();
  await expect(page.getByRole('textbox', { name: words.jobs.search, exact: true })).toBeVisible();
});

test('no paper: the visitor is registered, knows whom to ask, and the second try is a first copy', async ({
  page,
  kiosk,
  printer,
}) => {
  await register(page);
  const before = printer.sheets.length;
  printer.runOutOfPaper();
  const failed = await printSheet(page, { document: 'badge', language: 'en' });
  expect(failed).toMatchObject({ state: 'failed', claimCode: readRecords(kiosk).at(-1)?.claimCode });
  expect(failed.words).toContain(errors['printer-paper-out'].visitor.en);
  expect(failed.words).toContain(printed.showStaff);
  expect(printer.sheets).toHaveLength(before);

  printer.loadPaper();
  await expect(reprintMark(page)).toHaveCount(0);
  await button(page, printed.tryAgain).click();
  await expect(heading(page, printed.badge)).toBeVisible();
  expect(printer.sheets).toHaveLength(before + 1);
  await button(page, printed.finish).click();
  await waitForAttract(page);
});

test('an open cover has words of its own, and giving up ends the visit', async ({ page, printer }) => {
  await register(page);
  printer.openCover();
  const failed = await printSheet(page, { document: 'badge', language: 'en' });
  printer.closeCover();
  expect(failed.words).toContain(errors['printer-cover-open'].visitor.en);
  await button(page, printed.finish).click();
  await waitForAttract(page);
});

test('nobody knows whether it came out: the visitor is asked, and a repeat says that it is one', async ({
  page,
  printer,
}) => {
  await register(page);
  printer.atRow(40, () => {
    printer.reset();
  });
  const unknown = await printSheet(page, { document: 'badge', language: 'en' });
  expect(unknown.state).toBe('unknown');
  await expect(heading(page, printed.unknownTitle)).toBeVisible();

  const before = printer.sheets.length;
  await expect(reprintMark(page)).not.toHaveCount(0);
  await button(page, printed.again).click();
  await expect(heading(page, printed.badge)).toBeVisible();
  expect(printer.sheets.length).toBeGreaterThan(before);
});

test('the visitor has it in hand: no more paper is asked for', async ({ page, printer }) => {
  await register(page);
  printer.atRow(40, () => {
    printer.reset();
  });
  await printSheet(page, { document: 'badge', language: 'en' });
  const before = printer.sheets.length;
  await button(page, printed.yes).click();
  await expect(heading(page, printed.badge)).toBeVisible();
  expect(printer.sheets).toHaveLength(before);
});

test('a badge that was printed before says REPRINT, and is otherwise the same', async ({ page, printer }) => {
  await register(page);
  await expect(reprintMark(page)).toHaveCount(0);
  await printSheet(page, { document: 'badge', language: 'en' });
  const first = printer.sheets.at(-1)?.raster;
  await button(page, printed.jobs).click();
  await button(page, words.footer.back).click();
  await page.getByRole('button', { name: words.badge.print }).click();
  await expect(heading(page, words.badge.title)).toBeVisible();
  await expect(reprintMark(page)).not.toHaveCount(0);
  await printSheet(page, { document: 'badge', language: 'en' });
  const second = printer.sheets.at(-1)?.raster;
  if (!first || !second) throw new Error('nothing was printed');
  expect(second.bits).not.toEqual(first.bits);
  // The mark stands in the head and may push the rest down.
  const half = first.bits.length / 2;
  expect(second.bits.subarray(-half)).toEqual(first.bits.subarray(-half));
});

test('a map slip goes the same way, without a code', async ({ page, printer }) => {
  await startVisit(page, 'en');
  await findJob(page, { language: 'en', search: 'analog' });
  await showBooth(page, { language: 'en' });
  printer.runOutOfPaper();
  const failed = await printSheet(page, { document: 'map', language: 'en' });
  expect(failed).toMatchObject({ state: 'failed', claimCode: null });
  expect(failed.words).toContain(errors['printer-paper-out'].visitor.en);
  expect(failed.words).not.toContain(printed.showStaff);
  printer.loadPaper();
  const before = printer.sheets.length;
  printer.atRow(40, () => {
    printer.reset();
  });
  await button(page, printed.tryAgain).click();
  await expect(heading(page, printed.unknownTitle)).toBeVisible();
  await expect(reprintMark(page)).not.toHaveCount(0);
  await button(page, printed.again).click();
  await expect(heading(page, printed.map)).toBeVisible();
  expect(printer.sheets.length).toBeGreaterThan(before);
});

test('a visit that ends while the printer hangs leaves the next visitor a kiosk that works', async ({
  page,
  printer,
}) => {
  await register(page);
  printer.hang();
  await button(page, words.badge.print).click();
  await expect(heading(page, words.printing.badge)).toBeVisible();
  await button(page, words.footer.startOver).click();
  await waitForAttract(page);
  printer.reset();
  await register(page);
  await expect(heading(page, words.badge.title)).toBeVisible();
});

base('without a printer each sheet is a picture in a folder', async ({ page, kiosk }) => {
  const folder = join(kiosk.dataFolder, 'printed');
  await register(page);
  expect(await printSheet(page, { document: 'badge', language: 'en' })).toMatchObject({ state: 'printed' });
  expect(readdirSync(folder).filter((name) => name.endsWith('-badge.png'))).not.toEqual([]);
});
