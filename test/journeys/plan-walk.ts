import type { Page } from 'playwright-core';
import type { Language } from '../../domain/localised.ts';
import { printSheet, type SheetOnScreen } from './print-sheet.ts';
import { watchNothing, type Watch } from './visit.ts';
import { wordsOf } from './words.ts';

interface WalkJourney {
  readonly language: Language;
  readonly watch?: Watch;
}

/** On a job, a company or a session: touches "Keep". */
export async function keepThis(page: Page, language: Language): Promise<void> {
  const { shortlist } = wordsOf(language);
  const keep = page.getByRole('main').getByRole('button', { name: new RegExp(`^${shortlist.keep}[:：]`, 'u') });
  await keep.first().click();
}

/** In the programme: touches "Keep" at a session. */
export async function keepSession(page: Page, { language, title }: { language: Language; title: string }) {
  const { shortlist } = wordsOf(language);
  const entry = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  await entry.getByRole('button', { name: new RegExp(`^${shortlist.keep}[:：]`, 'u') }).click();
}

/** From any screen to what is kept. */
export async function openShortlist(page: Page, { language, watch = watchNothing }: WalkJourney): Promise<void> {
  const { shortlist } = wordsOf(language);
  await page.locator('.list-opener').click();
  await page.getByRole('heading', { name: shortlist.title, exact: true }).waitFor();
  await watch('shortlist');
}

/** From what is kept to the walk over it. */
export async function planWalk(page: Page, { language, watch = watchNothing }: WalkJourney): Promise<void> {
  const { shortlist, walk } = wordsOf(language);
  await page.getByRole('button', { name: shortlist.plan, exact: true }).click();
  await page.getByRole('button', { name: walk.print, exact: true }).waitFor();
  await watch('walk');
}

/** From the walk to paper. */
export async function printRoute(page: Page, { language, watch = watchNothing }: WalkJourney): Promise<SheetOnScreen> {
  return printSheet(page, { document: 'route', language, watch });
}
