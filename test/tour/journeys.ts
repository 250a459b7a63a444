import type { Page } from 'playwright-core';
import type { Language } from '../../domain/localised.ts';
import type { Coverage } from '../../renderer/documents/coverage/uncovered.ts';
import { findJob, findJobAndPrintMap } from '../journeys/find-job.ts';
import { keepThis, openShortlist, planWalk, printRoute } from '../journeys/plan-walk.ts';
import { printSheet } from '../journeys/print-sheet.ts';
import { goOn, openNameScreen, registerAfterName } from '../journeys/register-walk-in.ts';
import { enterText, touchKeys } from '../journeys/type-text.ts';
import { finishVisit, startVisit, waitForAttract } from '../journeys/visit.ts';
import { createVisitor, type Visitor } from '../journeys/visitor.ts';
import { wordsOf } from '../journeys/words.ts';
import { checkPageForgot } from './check-wiped.ts';
import type { JourneyLog } from './journey-log.ts';
import { checkFonts, checkInk, checkNames, expectNames, readNames } from './read-badge.ts';
import type { Paper } from './open-paper.ts';
import type { TourKiosk } from './tour-kiosk.ts';

interface Tour {
  readonly kiosk: TourKiosk;
  readonly paper: Paper;
  readonly log: JourneyLog;
  readonly coverage: Coverage;
}

export const visitors: Readonly<Record<Language, Visitor>> = {
  en: createVisitor({
    language: 'en',
    name: { own: '', latin: 'Zoë Quillfeather-Brontë' },
    contact: { kind: 'email', value: 'zoe.quillfeather@example.org' },
    status: 'student',
    field: 'Electronic engineering',
  }),
  'zh-Hant': createVisitor({
    language: 'zh-Hant',
    name: { own: '歐陽穎欣', latin: 'Au Yeung Wing Yan' },
    contact: { kind: 'phone', value: '+852 5550 1234' },
    status: 'graduate',
    field: '微電子學',
    talentPool: 'open',
  }),
  'zh-Hans': createVisitor({
    language: 'zh-Hans',
    name: { own: '诸葛晓萌', latin: 'Zhuge Xiaomeng' },
    contact: { kind: 'email', value: 'zhuge.xiaomeng@example.org' },
    status: 'experienced',
  }),
};

export const searches: Readonly<Record<Language, string>> = {
  en: 'analog design',
  'zh-Hant': '模擬設計',
  'zh-Hans': '模拟设计',
};

/** What must not be found anywhere after a visit. */
export function secretsOf({ name, contact }: Visitor): string[] {
  return [name.own, name.latin, contact.value].filter((secret) => secret !== '');
}

/** The name in the visitor's script, and its Latin letters by touching the keys. */
async function typeName(page: Page, { language, name }: Visitor): Promise<void> {
  const words = wordsOf(language);
  const { own, latin } = words.register.name;
  if (name.own !== '') await enterText(page.getByRole('textbox', { name: own, exact: true }), name.own);
  await page.getByRole('textbox', { name: latin, exact: true }).click();
  await touchKeys(page, words, name.latin);
}

/** From the attract loop to a badge, and back. */
export async function walkIn({ kiosk, paper, log, coverage }: Tour, visitor: Visitor): Promise<void> {
  const { page } = kiosk;
  const { language } = visitor;
  const watched = { watch: log.see };
  await startVisit(page, language, log.see);
  await openNameScreen(page, visitor, watched);
  await typeName(page, visitor);
  await log.see('name-typed');
  await goOn(page, visitor);
  await registerAfterName(page, visitor, watched);

  const names = await readNames(page);
  log.complain(...checkNames(names, expectNames(visitor.name), coverage), ...(await checkFonts(kiosk.session, names)));

  const told = await printSheet(page, { document: 'badge', language, watch: log.see });
  const sheet = log.takeSheet('badge', told);
  const claimCode = kiosk.readClaimCodes().at(-1);
  if (claimCode === undefined) log.complain('the journal is empty');
  if (told.claimCode !== claimCode)
    log.complain(`the screen shows ${String(told.claimCode)}, the journal holds ${String(claimCode)}`);
  if (sheet !== null && sheet.qr !== claimCode)
    log.complain(`the QR code says ${String(sheet.qr)}, the journal holds ${String(claimCode)}`);
  const raster = paper.sheets.at(-1)?.raster;
  if (raster !== undefined) log.complain(...checkInk(raster, names));

  await finishVisit(page, language);
  log.complain(...(await checkPageForgot(page, secretsOf(visitor))));
}

/** From the attract loop over a search to a printed map, and back. */
export async function searchJob({ kiosk, log }: Tour, language: Language): Promise<void> {
  const { page } = kiosk;
  await startVisit(page, language, log.see);
  const { row, slip } = await findJobAndPrintMap(page, { language, search: searches[language], watch: log.see });
  log.takeSheet('map', slip);
  const booth = row.split('\n').at(-1) ?? '';
  const printed = await page.locator('.sheet-to-print .document').innerText();
  if (!printed.includes(booth)) log.complain(`the slip does not say ${booth}, the booth of the job`);
  await finishVisit(page, language);
}

/** From the attract loop over a job that is kept to the printed walk to its booth, whose code a phone reads, and back. */
export async function walkToKept({ kiosk, log }: Tour, language: Language): Promise<void> {
  const { page } = kiosk;
  const watched = { language, watch: log.see };
  await startVisit(page, language, log.see);
  const { title } = await findJob(page, { ...watched, search: searches[language] });
  await keepThis(page, language);
  await openShortlist(page, watched);
  await planWalk(page, watched);
  const sheet = log.takeSheet('route', await printRoute(page, watched));
  if (sheet !== null && sheet.qr?.includes(title) !== true)
    log.complain(`the code on the slip says ${String(sheet.qr)}, which is not of ${title}`);
  await finishVisit(page, language);
}

export const idleSeconds = { warn: 5, wipe: 5 } as const;
/** How much later than announced a warning or a wipe may come. */
const lateSeconds = 3;

/** Leaves half-way through the form and lets the kiosk wipe what was typed. */
export async function leaveHalfWay({ kiosk, log }: Tour, visitor: Visitor): Promise<void> {
  const { page } = kiosk;
  const { language, contact } = visitor;
  const words = wordsOf(language);
  await startVisit(page, language, log.see);
  await openNameScreen(page, visitor);
  await typeName(page, visitor);
  await goOn(page, visitor);
  await page.getByRole('textbox', { name: words.register.contact[contact.kind], exact: true }).waitFor();
  await page.keyboard.insertText(contact.value);
  const left = performance.now();
  await log.see('half-way');
  const inForm = await checkPageForgot(page, [contact.value]);
  if (inForm.length === 0) log.complain('what was typed is not found in the form either, so the check proves nothing');

  await page.getByRole('alertdialog', { name: words.idle.title }).waitFor();
  checkTime(log, { what: 'warning', left, expectedSeconds: idleSeconds.warn });
  await log.see('idle-warning');
  await waitForAttract(page);
  checkTime(log, { what: 'wipe', left, expectedSeconds: idleSeconds.warn + idleSeconds.wipe });
  await log.see('wiped');
  log.complain(...(await checkPageForgot(page, secretsOf(visitor))));

  await startVisit(page, language);
  await openNameScreen(page, visitor);
  for (const field of await page.getByRole('textbox').all()) {
    if ((await field.inputValue()) !== '') log.complain('a field of the next visitor is not empty');
  }
}

function checkTime(
  log: JourneyLog,
  { what, left, expectedSeconds }: { what: string; left: number; expectedSeconds: number },
): void {
  const seconds = (performance.now() - left) / 1000;
  if (seconds < expectedSeconds - 0.5 || seconds > expectedSeconds + lateSeconds)
    log.complain(`the ${what} came ${seconds.toFixed(1)} s after the last touch, not ${expectedSeconds}`);
}
