import type { Page } from 'playwright-core';
import { checkInTyped } from '../journeys/check-in.ts';
import { findJob, findJobAndPrintMap } from '../journeys/find-job.ts';
import { walkThroughMatch } from '../journeys/match.ts';
import { keepThis, openShortlist, planWalk, printRoute } from '../journeys/plan-walk.ts';
import { printSheet, type SheetOnScreen } from '../journeys/print-sheet.ts';
import { enterName, goOn, openNameScreen, registerAfterName, registerWalkIn } from '../journeys/register-walk-in.ts';
import { scanCode } from '../journeys/scan-code.ts';
import { dragMap, pinchMap } from '../journeys/touch-map.ts';
import { touchKeys } from '../journeys/type-text.ts';
import { finishVisit, startOver, startVisit, waitForAttract } from '../journeys/visit.ts';
import { wordsOf } from '../journeys/words.ts';
import { leapAhead } from './page-recorder.ts';
import type { PlannedVisit, VisitKind } from './plan.ts';

export interface StaffNumber {
  readonly number: string;
  readonly pin: string;
}

interface Visit extends PlannedVisit {
  readonly page: Page;
  readonly staff: StaffNumber;
  /** Seconds without a touch until the kiosk asks, and from there until it wipes. */
  readonly idle: { readonly warn: number; readonly wipe: number };
}

/** How a sheet ended, where one was printed. */
export type Ended = SheetOnScreen['state'] | null;

const searches = { en: 'design', 'zh-Hant': '設計', 'zh-Hans': '设计' } as const;

/** From the attract loop and back to it, by what visitors touch. Rejects when something that must come does not. */
export async function serve(visit: Visit): Promise<Ended> {
  return visits[visit.kind](visit);
}

const visits: Readonly<Record<VisitKind, (visit: Visit) => Promise<Ended>>> = {
  async 'walk-in'({ page, visitor }) {
    await startVisit(page, visitor.language);
    await registerWalkIn(page, visitor);
    return endWithSheet(page, visitor, await printSheet(page, { document: 'badge', language: visitor.language }));
  },
  async 'walk-in by keys'({ page, visitor }) {
    const { language } = visitor;
    const words = wordsOf(language);
    await startVisit(page, language);
    await openNameScreen(page, visitor);
    await page.getByRole('textbox', { name: words.register.name.latin, exact: true }).click();
    await touchKeys(page, words, visitor.name.latin);
    await goOn(page, visitor);
    await registerAfterName(page, visitor);
    return endWithSheet(page, visitor, await printSheet(page, { document: 'badge', language }));
  },
  async 'ticket scanned'({ page, visitor, ticket }) {
    const { language } = visitor;
    await waitForAttract(page);
    await scanCode(page, ticket);
    await page.getByRole('heading', { name: wordsOf(language).checkIn.title, exact: true }).waitFor();
    return endWithSheet(page, visitor, await printSheet(page, { document: 'badge', language }));
  },
  async 'ticket typed'({ page, visitor, ticket }) {
    const { language } = visitor;
    await startVisit(page, language);
    await checkInTyped(page, { language, code: ticket });
    return endWithSheet(page, visitor, await printSheet(page, { document: 'badge', language }));
  },
  async 'job and map'({ page, visitor }) {
    const { language } = visitor;
    await startVisit(page, language);
    const { slip } = await findJobAndPrintMap(page, { language, search: searches[language] });
    return endWithSheet(page, visitor, slip);
  },
  async 'shortlist and walk'({ page, visitor }) {
    const { language } = visitor;
    await startVisit(page, language);
    await findJob(page, { language, search: searches[language] });
    await keepThis(page, language);
    await openShortlist(page, { language });
    await planWalk(page, { language });
    return endWithSheet(page, visitor, await printRoute(page, { language }));
  },
  async hall({ page, visitor }) {
    const { language } = visitor;
    await startVisit(page, language);
    await page
      .getByRole('main')
      .getByRole('button', { name: wordsOf(language).home.map })
      .last()
      .click();
    await page.locator('.plan-texts').waitFor();
    await pinchMap(page, { from: 60, to: 180 });
    await dragMap(page, { across: -80, down: 40 });
    await pinchMap(page, { from: 180, to: 60 });
    await startOver(page, language);
    return null;
  },
  async match({ page, visitor }) {
    const { language } = visitor;
    await startVisit(page, language);
    await walkThroughMatch(page, { language });
    await startOver(page, language);
    return null;
  },
  async 'starts over'({ page, visitor }) {
    await fillHalf(page, visitor);
    await startOver(page, visitor.language);
    return null;
  },
  async 'walks away'({ page, visitor, idle }) {
    await fillHalf(page, visitor);
    await leapAhead(page, idle.warn + 1);
    await page.getByRole('alertdialog', { name: wordsOf(visitor.language).idle.title }).waitFor();
    await leapAhead(page, idle.wipe + 1);
    await waitForAttract(page);
    return null;
  },
  async staff({ page, staff: { number, pin } }) {
    const words = wordsOf('en');
    const pad = page.getByRole('dialog', { name: words.staff.signIn.title, exact: true });
    const mode = page.getByRole('dialog', { name: words.staffEntry.mode, exact: true });
    await waitForAttract(page);
    await page.keyboard.press('Control+Alt+KeyP');
    await pad.waitFor();
    for (const digit of number + pin) await pad.getByRole('button', { name: digit, exact: true }).click();
    await mode.waitFor();
    await mode.getByRole('button', { name: words.staff.frame.leave, exact: true }).click();
    await mode.waitFor({ state: 'detached' });
    await waitForAttract(page);
    return null;
  },
};

type Person = PlannedVisit['visitor'];

async function fillHalf(page: Page, visitor: Person): Promise<void> {
  await startVisit(page, visitor.language);
  await openNameScreen(page, visitor);
  await enterName(page, visitor);
  await goOn(page, visitor);
  await page.getByRole('heading', { name: wordsOf(visitor.language).register.contact.question }).waitFor();
}

/** Whatever became of the sheet: who is not sure says that they have it, and everyone is done. */
async function endWithSheet(page: Page, { language }: Person, { state }: SheetOnScreen): Promise<Ended> {
  if (state === 'unknown') {
    await page.getByRole('button', { name: wordsOf(language).printed.yes, exact: true }).click();
  }
  await finishVisit(page, language);
  return state;
}
