import type { Page } from 'playwright-core';
import type { Language } from '../../domain/localised.ts';
import { enterText } from './type-text.ts';
import { wordsOf } from './words.ts';

/** From the home screen to the badge, with the code of a ticket that is typed. */
export async function checkInTyped(
  page: Page,
  { language, code }: { language: Language; code: string },
): Promise<void> {
  await openCodeScreen(page, language);
  await giveCode(page, { language, code });
  await page.getByRole('heading', { name: wordsOf(language).checkIn.title, exact: true }).waitFor();
}

/** From the home screen. */
export async function openCodeScreen(page: Page, language: Language): Promise<void> {
  const { home, code: words } = wordsOf(language);
  await page.getByRole('button', { name: home.code }).click();
  await page.getByRole('heading', { name: words.title, exact: true }).waitFor();
}

/** Types a code into the field on the code screen, and "Continue". */
export async function giveCode(page: Page, { language, code }: { language: Language; code: string }): Promise<void> {
  const words = wordsOf(language).code;
  await enterText(page.getByRole('textbox', { name: words.label, exact: true }), code);
  await page.getByRole('button', { name: words.next, exact: true }).click();
}

/** The status page says how many pre-registered visitors have come from the hub: waits until there is one. */
export async function waitForAttendees(page: Page): Promise<void> {
  const { status } = wordsOf('en');
  await page.keyboard.press('Control+Alt+KeyS');
  const facts = page.getByRole('dialog');
  await facts.getByText(new RegExp(`${status.attendees} [1-9]`, 'u')).waitFor({ timeout: 60_000 });
  await facts.getByRole('button', { name: status.close, exact: true }).click();
  await facts.waitFor({ state: 'detached' });
}
