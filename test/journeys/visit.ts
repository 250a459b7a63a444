import type { Page } from 'playwright-core';
import type { Language } from '../../domain/localised.ts';
import type { Screen } from '../../renderer/visit/screen.ts';
import { ownNames, wordsOf } from './words.ts';

/** A screen, or the state of one, that a journey comes past. */
export type Stop =
  | Screen['name']
  | 'attract'
  | 'name-typed'
  | 'contact-typed'
  | 'about-filled'
  | 'talent-filled'
  | 'printing'
  | 'printed'
  | 'jobs-found';

/** Called at each stop, before the visitor goes on: to take a picture, to measure, to check. */
export type Watch = (stop: Stop) => Promise<void>;

/** For a journey that nobody watches. */
export const watchNothing: Watch = () => Promise.resolve();

export async function waitForAttract(page: Page): Promise<void> {
  await page.getByRole('button', { name: wordsOf('en').attract.invitation }).waitFor();
}

/** From the attract loop to the home screen. */
export async function startVisit(page: Page, language: Language, watch: Watch = watchNothing): Promise<void> {
  await waitForAttract(page);
  await watch('attract');
  await page.getByRole('button', { name: wordsOf('en').attract.invitation }).click();
  const choice = page.getByRole('button', { name: ownNames[language], exact: true });
  await choice.waitFor();
  await watch('language');
  await choice.click();
  await page.getByRole('heading', { name: wordsOf(language).home.question }).waitFor();
  await watch('home');
}

/** From a sheet that came out to the attract loop. */
export async function finishVisit(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: wordsOf(language).printed.finish, exact: true }).click();
  await waitForAttract(page);
}

/** From any screen with a footer to the attract loop. */
export async function startOver(page: Page, language: Language): Promise<void> {
  const { footer, startOver: question } = wordsOf(language);
  await page.getByRole('button', { name: footer.startOver, exact: true }).click();
  const erase = page.getByRole('button', { name: question.erase, exact: true });
  const attract = page.getByRole('button', { name: wordsOf('en').attract.invitation });
  await erase.or(attract).waitFor();
  if (await erase.isVisible()) await erase.click();
  await attract.waitFor();
}
