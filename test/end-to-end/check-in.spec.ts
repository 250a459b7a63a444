import type { Page } from 'playwright-core';
import { checkInTyped, giveCode, openCodeScreen, waitForAttendees } from '../journeys/check-in.ts';
import { printSheet } from '../journeys/print-sheet.ts';
import { enterName, openNameScreen, registerWalkIn } from '../journeys/register-walk-in.ts';
import { scanCode } from '../journeys/scan-code.ts';
import { enterText } from '../journeys/type-text.ts';
import { finishVisit, startVisit, waitForAttract } from '../journeys/visit.ts';
import { createVisitor } from '../journeys/visitor.ts';
import { wordsOf } from '../journeys/words.ts';
import { expect, test as base } from './kiosk-test.ts';
import { samplePerson } from './sample-attendees.ts';

const words = wordsOf('en');
const { checkIn, code: codeWords, register, scanned } = words;

/** A kiosk that the list of attendees has reached. */
const test = base.extend({
  async page({ page }, use) {
    await waitForAttract(page);
    await waitForAttendees(page);
    await use(page);
  },
});
// A lone kiosk has its list from the hub that runs in it.
test.use({ kioskOptions: { flags: ['--hub=embedded'] } });

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const badge = (page: Page) => page.getByRole('article').filter({ visible: true }).first();

test('a ticket scanned at the attract loop: the badge in two seconds, in the visitor’s own language', async ({
  page,
}) => {
  const person = samplePerson('zh-Hant');
  const start = performance.now();
  await scanCode(page, person.code);
  await heading(page, wordsOf('zh-Hant').checkIn.title).waitFor();
  await expect(badge(page)).toContainText(person.own);
  expect(performance.now() - start).toBeLessThan(2000);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  const { state, claimCode } = await printSheet(page, { document: 'badge', language: 'zh-Hant' });
  expect(state).toBe('printed');
  expect(claimCode).not.toBe(null);
  await finishVisit(page, 'zh-Hant');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');

  await scanCode(page, claimCode ?? '');
  await expect(heading(page, words.registered.title)).toBeVisible();
});

test('the same ticket again says REPRINT', async ({ page }) => {
  const person = samplePerson('en');
  await scanCode(page, person.code);
  await heading(page, checkIn.title).waitFor();
  await button(page, words.footer.startOver).click();
  await waitForAttract(page);
  await startVisit(page, 'en');
  await checkInTyped(page, { language: 'en', code: person.code.toLowerCase().replaceAll('-', '') });
  await expect(page.getByText(checkIn.repeat)).toBeVisible();
  await expect(badge(page)).toContainText(words.paper.reprint);
});

test('a scan while a field has the focus leaves the field alone, and asks before anything is lost', async ({
  page,
}) => {
  const person = samplePerson('en', 1);
  await startVisit(page, 'en');
  const visitor = createVisitor({ name: { own: '陳大文', latin: 'Chan' } });
  await openNameScreen(page, visitor);
  await enterName(page, visitor);
  const question = page.getByRole('alertdialog', { name: scanned.title });
  await scanCode(page, person.code);
  await expect(question).toBeVisible();
  await button(page, scanned.keep).click();
  await expect(question).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: register.name.own, exact: true })).toHaveValue('陳大文');
  await expect(page.getByRole('textbox', { name: register.name.latin, exact: true })).toHaveValue('Chan');
  await scanCode(page, person.code, 'Tab');
  await button(page, scanned.use).click();
  await heading(page, checkIn.title).waitFor();
  await expect(badge(page)).toContainText(person.latin);
  await expect(badge(page)).not.toContainText('陳大文');
});

test('typing on a real keyboard stays typing', async ({ page }) => {
  await startVisit(page, 'en');
  await openNameScreen(page, createVisitor());
  const field = page.getByRole('textbox', { name: register.name.latin, exact: true });
  await field.focus();
  await page.keyboard.type('Ada Byron', { delay: 90 });
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('Ada Byron');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
});

test('an unknown code can be corrected, or the visitor registers without one; nothing is lost', async ({ page }) => {
  await startVisit(page, 'en');
  await openCodeScreen(page, 'en');
  await giveCode(page, { language: 'en', code: 'NO-SUCH-CODE' });
  await expect(page.getByRole('alert')).toContainText('register as a walk-in');
  await expect(page.getByRole('textbox', { name: codeWords.label, exact: true })).toHaveValue('NO-SUCH-CODE');
  await button(page, codeWords.walkIn).click();
  await expect(heading(page, register.consent.question)).toBeVisible();
});

test('what the list says can be changed after reading the statement, and keeps its code', async ({ page }) => {
  const person = samplePerson('en', 3);
  await scanCode(page, person.code);
  await heading(page, checkIn.title).waitFor();
  const before = await badge(page).getByRole('img').getAttribute('aria-label');
  await button(page, words.badge.change).click();
  await heading(page, register.consent.question).waitFor();
  await page.getByText(register.consent.agree, { exact: true }).click();
  await button(page, register.consent.next).click();
  const latin = page.getByRole('textbox', { name: register.name.latin, exact: true });
  await expect(latin).toHaveValue(person.latin);
  await enterText(latin, 'Ada King');
  await button(page, register.next).click();
  await expect(page.getByRole('textbox', { name: register.contact.email, exact: true })).toHaveValue(person.email);
  await button(page, register.next).click();
  await button(page, register.next).click();
  await page.getByText(register.talent.private, { exact: true }).click();
  await button(page, register.talent.finish).click();
  await heading(page, words.badge.title).waitFor();
  await expect(badge(page)).toContainText('Ada King');
  expect(await badge(page).getByRole('img').getAttribute('aria-label')).toBe(before);
});

test('whoever scans after somebody has registered is the next visitor, and finds nothing of the one before', async ({
  page,
}) => {
  const person = samplePerson('en', 2);
  await startVisit(page, 'en');
  await registerWalkIn(page, createVisitor({ name: { own: '', latin: 'Zyxander Quillfeather' } }));
  await scanCode(page, person.code);
  await heading(page, checkIn.title).waitFor();
  await expect(badge(page)).toContainText(person.latin);
  expect(await page.content()).not.toContain('Zyxander');
});
