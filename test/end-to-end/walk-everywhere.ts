import type { Page } from 'playwright-core';
import type { Language } from '../../domain/localised.ts';
import type { TextSize } from '../../renderer/look/text-sizes.ts';
import type { Surface } from '../../renderer/look/theme.ts';
import { giveCode, openCodeScreen } from '../journeys/check-in.ts';
import { findJob, showBooth } from '../journeys/find-job.ts';
import { walkThroughMatch } from '../journeys/match.ts';
import { printSheet } from '../journeys/print-sheet.ts';
import { registerWalkIn } from '../journeys/register-walk-in.ts';
import { scanCode } from '../journeys/scan-code.ts';
import { startVisit } from '../journeys/visit.ts';
import { enterText } from '../journeys/type-text.ts';
import { createVisitor } from '../journeys/visitor.ts';
import { wordsOf } from '../journeys/words.ts';
import { walkShortlist } from './walk-shortlist.ts';

export interface Look {
  readonly textSize: TextSize;
  readonly surface: Surface;
}

interface Walk {
  readonly language: Language;
  readonly look: Look;
  /** Called on every screen and on every dialog that a visitor can open, by its name. */
  readonly watch: (stop: string) => Promise<void>;
}

/** One visit that comes past every screen. Attract loop and language stand before the visitor could choose a look. */
export async function walkEverywhere(page: Page, { language, look, watch }: Walk): Promise<void> {
  const { home, footer, printed, access, help, startOver, scanned, seat, status, registered } = wordsOf(language);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const tile = (name: string) => page.getByRole('main').getByRole('button', { name }).last();
  const back = () => button(footer.back).click();
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));

  await startVisit(page, language, async (stop) => {
    if (stop !== 'home') await watch(stop);
  });
  await button(footer.access).click();
  await page.getByText(access[look.textSize], { exact: true }).click();
  await page.getByText(access[look.surface], { exact: true }).click();
  await watch('access dialog');
  await button(access.done).click();
  await dialog.waitFor({ state: 'detached' });
  await watch('home');
  await button(footer.help).click();
  await dialog.waitFor();
  await watch('help dialog');
  await button(help.done).click();
  await dialog.waitFor({ state: 'detached' });

  await openCodeScreen(page, language);
  await watch('code');
  await giveCode(page, { language, code: 'NO-SUCH-CODE' });
  await page.getByRole('alert').waitFor();
  await watch('code-filled');
  await back();
  await page.keyboard.press('Control+Alt+KeyS');
  await dialog.getByRole('term').first().waitFor();
  await watch('status dialog');
  await button(status.close).click();
  await dialog.waitFor({ state: 'detached' });

  await registerWalkIn(
    page,
    createVisitor({ language, name: { own: '陳大文', latin: 'Maximiliana Featherstonehaugh' } }),
    {
      async watch(stop) {
        await watch(stop);
        if (stop !== 'contact') return;
        await button(footer.startOver).click();
        await dialog.waitFor();
        await watch('start-over dialog');
        await button(startOver.keep).click();
        await dialog.waitFor({ state: 'detached' });
        await scanCode(page, 'NO-SUCH-CODE');
        await dialog.waitFor();
        await watch('scanned dialog');
        await button(scanned.keep).click();
        await dialog.waitFor({ state: 'detached' });
      },
    },
  );
  const { claimCode } = await printSheet(page, { document: 'badge', language, watch });

  await button(printed.jobs).click();
  await back();
  await findJob(page, { language, search: 'IC', watch });
  await showBooth(page, { language, watch });
  await back();
  await back();
  await lookThroughSearch(page, { language, watch });
  await back();
  await walkThroughMatch(page, { language, watch });
  // From the answer over the five questions.
  for (let step = 0; step < 6; step += 1) await back();

  await tile(home.companies).click();
  await watch('companies');
  await page.getByRole('listitem').first().getByRole('button').first().click();
  await watch('company');
  await back();
  await back();
  await tile(home.agenda).click();
  const seatOffer = page
    .getByRole('listitem')
    .getByRole('button', { name: new RegExp(`^(${seat.book}|${seat.wait})$`, 'u') });
  await seatOffer.first().waitFor();
  await watch('agenda');
  await seatOffer.first().click();
  await page.locator('.seat-state').waitFor();
  await watch('seat');
  await page.getByRole('button', { name: new RegExp(`^(${seat.book}|${seat.wait})$`, 'u') }).click();
  await button(seat.cancel).or(button(seat.leave)).waitFor();
  await watch('seat-filled');
  await back();
  await back();
  await openCodeScreen(page, language);
  await giveCode(page, { language, code: claimCode ?? '' });
  await page.getByRole('heading', { name: registered.title, exact: true }).waitFor();
  await watch('registered');
  await button(registered.seat).click();
  await back();
  await tile(home.map).click();
  await watch('whole map');
  await back();
  await walkShortlist(page, { language, watch });
}

/** The search with "IC" in it: a facet's values, what else than jobs is found, and what helps where nothing is. */
async function lookThroughSearch(page: Page, { language, watch }: Pick<Walk, 'language' | 'watch'>): Promise<void> {
  const { find, jobs, footer, keyboard } = wordsOf(language);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const field = page.getByRole('textbox', { name: jobs.search, exact: true });
  const dialog = page.getByRole('dialog');
  for (const facet of [find.facet.level, find.facet.place]) {
    await button(facet).click();
    await dialog.waitFor();
    await watch('facet dialog');
    await dialog.getByRole('button').last().click();
    await dialog.waitFor({ state: 'detached' });
  }
  await enterText(field, 'A');
  await page
    .getByRole('button', { name: new RegExp(find.allOthers.replace('{{count}}', String.raw`\d+`), 'u') })
    .click();
  await page.getByRole('heading', { name: find.othersTitle }).waitFor();
  await watch('find-others');
  await button(footer.back).click();
  await enterText(field, 'IC qqqqqqqq');
  await page.getByRole('heading', { name: find.noneTitle }).waitFor();
  await watch('jobs-none-found');
  await button(keyboard.hide).click();
  await watch('jobs-none-hidden-found');
}
