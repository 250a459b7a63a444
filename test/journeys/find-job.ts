import type { Page } from 'playwright-core';
import type { Language } from '../../domain/localised.ts';
import { printSheet, type SheetOnScreen } from './print-sheet.ts';
import { enterText } from './type-text.ts';
import { watchNothing, type Watch } from './visit.ts';
import { wordsOf } from './words.ts';

export interface JobJourney {
  readonly language: Language;
  /** What the visitor types. The first job found is taken, and it must have a booth. */
  readonly search: string;
  readonly watch?: Watch;
}

export interface FoundJob {
  readonly title: string;
  /** Of the first row: title, company and booth. */
  readonly row: string;
}

/** From the home screen over search and job to its booth on the map, and to the slip. */
export async function findJobAndPrintMap(
  page: Page,
  journey: JobJourney,
): Promise<FoundJob & { readonly slip: SheetOnScreen }> {
  const job = await findJob(page, journey);
  await showBooth(page, journey);
  const { language, watch = watchNothing } = journey;
  return { ...job, slip: await printSheet(page, { document: 'map', language, watch }) };
}

/** From the home screen to the first job that a search finds. */
export async function findJob(page: Page, { language, search, watch = watchNothing }: JobJourney): Promise<FoundJob> {
  const { home, jobs, job } = wordsOf(language);
  await page.getByRole('button', { name: home.search, exact: true }).click();
  const field = page.getByRole('textbox', { name: jobs.search, exact: true });
  await field.waitFor();
  const count = page.getByRole('status');
  await count.filter({ hasText: /\d/u }).waitFor();
  await watch('jobs');
  const before = await count.innerText();
  await enterText(field, search);
  await count.filter({ hasNotText: before }).waitFor();
  await watch('jobs-found');
  const first = page.getByRole('listitem').first().getByRole('button').first();
  const row = await first.innerText();
  await first.click();
  await page.getByRole('button', { name: job.showBooth, exact: true }).waitFor();
  await watch('job');
  return { title: await page.getByRole('heading', { level: 1 }).innerText(), row };
}

/** From a job or a company to the way to its booth. */
export async function showBooth(
  page: Page,
  { language, watch = watchNothing }: Pick<JobJourney, 'language' | 'watch'>,
): Promise<void> {
  const { job, map } = wordsOf(language);
  await page.getByRole('button', { name: job.showBooth, exact: true }).click();
  await page.getByRole('button', { name: map.print, exact: true }).waitFor();
  await watch('map');
}
