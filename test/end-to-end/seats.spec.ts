import type { Page } from 'playwright-core';
import { checkInTyped, giveCode, waitForAttendees } from '../journeys/check-in.ts';
import { printSheet } from '../journeys/print-sheet.ts';
import { registerWalkIn } from '../journeys/register-walk-in.ts';
import { startVisit, waitForAttract } from '../journeys/visit.ts';
import { createVisitor } from '../journeys/visitor.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test as base } from './kiosk-test.ts';
import { samplePerson } from './sample-attendees.ts';

const words = wordsOf('en');
const { seat } = words;

/** A kiosk that the list of attendees has reached, and seats with it. */
const test = base.extend({
  async page({ page }, use) {
    await waitForAttract(page);
    await waitForAttendees(page);
    await use(page);
  },
});
test.use({ kioskOptions: { flags: ['--hub=embedded'] } });

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const state = (page: Page) => page.getByRole('status').first();
const cvClinic = 'CV clinic';
/** At the same time as the CV clinic. */
const bringUp = 'RISC-V bring-up';

async function openAgenda(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: words.home.agenda }).last().click();
  await page.getByRole('heading', { name: words.agenda.title, exact: true }).waitFor();
}

async function openSession(page: Page, title: string): Promise<void> {
  const entry = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  await entry.getByRole('button', { name: new RegExp(`${seat.book}|${seat.see}|${seat.wait}`, 'u') }).click();
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
}

test('a seat is booked with a ticket, a clash is told, and the seat can be given back', async ({ page }) => {
  const { code } = samplePerson('en', 4);
  await startVisit(page, 'en');
  await openAgenda(page);
  await openSession(page, cvClinic);
  await expect(state(page)).toContainText(seat.free);
  await button(page, seat.book).click();
  await page.getByRole('heading', { name: words.code.titleSeat, exact: true }).waitFor();
  await giveCode(page, { language: 'en', code });
  await page.getByRole('heading', { level: 1, name: cvClinic, exact: true }).waitFor();
  await button(page, seat.book).click();
  await expect(state(page)).toContainText(seat.booked);
  await button(page, words.footer.back).click();

  await openSession(page, bringUp);
  await expect(state(page)).toContainText(`At the same time you have a seat at ${cvClinic}`);
  await button(page, words.footer.back).click();

  await openSession(page, cvClinic);
  await button(page, seat.cancel).click();
  await expect(state(page)).toContainText(seat.free);
  await expect(state(page)).not.toContainText(seat.booked);
});

test('after the badge of somebody who came with a ticket, workshops are offered beside the jobs', async ({ page }) => {
  await startVisit(page, 'en');
  await checkInTyped(page, { language: 'en', code: samplePerson('en', 5).code });
  await printSheet(page, { document: 'badge', language: 'en' });
  await expect(button(page, words.printed.jobs)).toBeVisible();
  await expect(button(page, words.printed.finish)).toBeVisible();
  await button(page, words.printed.seats).click();
  await openSession(page, bringUp);
  await button(page, seat.book).click();
  await expect(state(page)).toContainText(seat.booked);
  await expect(button(page, seat.programme)).toBeVisible();
});

test('whoever has no code registers first, and comes back to the session', async ({ page }) => {
  await startVisit(page, 'en');
  await openAgenda(page);
  await openSession(page, cvClinic);
  await button(page, seat.book).click();
  await button(page, words.code.registerFirst).click();
  await page.getByRole('heading', { name: words.register.consent.question }).waitFor();
  await button(page, words.footer.back).click();
  await button(page, words.footer.back).click();
  await button(page, words.footer.back).click();
  await button(page, words.footer.back).click();
  await registerWalkIn(page, createVisitor());
  await printSheet(page, { document: 'badge', language: 'en' });
  await button(page, words.printed.wantedSeat).click();
  await page.getByRole('heading', { level: 1, name: cvClinic, exact: true }).waitFor();
  await button(page, seat.book).click();
  await expect(state(page)).toContainText(seat.booked);
});
