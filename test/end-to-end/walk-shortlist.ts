import type { Page } from 'playwright-core';
import type { Language } from '../../domain/localised.ts';
import { keepThis, openShortlist, planWalk, printRoute } from '../journeys/plan-walk.ts';
import { wordsOf } from '../journeys/words.ts';

interface ShortlistWalk {
  readonly language: Language;
  readonly watch: (stop: string) => Promise<void>;
}

/** From the home screen past everything that a shortlist has: sessions, the list, the walk, the phone, and paper. */
export async function walkShortlist(page: Page, { language, watch }: ShortlistWalk): Promise<void> {
  const { home, footer, shortlist, walk } = wordsOf(language);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const tile = (name: string) => page.getByRole('main').getByRole('button', { name }).last();
  const back = () => button(footer.back).click();
  const dialog = page.getByRole('dialog');
  const off = page.locator('.kept-change:not(.kept-undo)');

  await tile(home.agenda).click();
  await page.locator('.agenda-title').first().click();
  await keepThis(page, language);
  await watch('session');
  await openShortlist(page, { language });
  await off.click();
  await watch('shortlist-off-filled');
  await page.locator('.kept-open').click();
  await button(footer.back).waitFor();
  await back();
  await page.getByRole('heading', { name: shortlist.emptyTitle }).waitFor();
  await watch('shortlist');
  await button(shortlist.programme).click();
  // Two that are on at once.
  for (const index of [0, 1, 2, 3]) await page.locator('.agenda .shortlist-button').nth(index).click();
  await watch('agenda-filled');
  for (let step = 0; step < 4; step += 1) await back();

  await tile(home.companies).click();
  for (const index of [0, 3, 7]) {
    await page.getByRole('main').getByRole('listitem').nth(index).getByRole('button').first().click();
    await keepThis(page, language);
    await back();
  }
  await openShortlist(page, { language, watch });
  await planWalk(page, { language, watch });
  await page.locator('button.stop-head').first().click();
  await page.locator('.stop-visited').last().click();
  await watch('walk-filled');
  await button(walk.toPhone).click();
  await dialog.waitFor();
  await watch('phone dialog');
  await button(walk.phone.next).click();
  await watch('phone session dialog');
  await button(walk.phone.done).click();
  await dialog.waitFor({ state: 'detached' });
  await printRoute(page, { language, watch });
}
