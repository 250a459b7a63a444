import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Language } from '../../domain/localised.ts';
import type { Coverage } from '../../renderer/documents/coverage/uncovered.ts';
import { printSheet } from '../journeys/print-sheet.ts';
import { openNameScreen, registerAfterName } from '../journeys/register-walk-in.ts';
import { finishVisit, startOver, startVisit } from '../journeys/visit.ts';
import { createVisitor } from '../journeys/visitor.ts';
import { checkSheet, readQrOfBadge } from './check-sheet.ts';
import { checkBytes, photograph } from './journey-log.ts';
import { keepSheet } from './keep-sheet.ts';
import type { Paper } from './open-paper.ts';
import { passNameScreen } from './pass-name-screen.ts';
import { checkFonts, checkInk, checkNames, expectNames, readNames } from './read-badge.ts';
import type { ListedName } from './read-names.ts';
import type { NameReport } from './report.ts';
import type { TourKiosk } from './tour-kiosk.ts';

export interface Desk {
  readonly kiosk: TourKiosk;
  readonly paper: Paper;
  readonly coverage: Coverage;
  readonly language: Language;
  /** For each badge, and a picture of each failure. */
  readonly out: string;
}

/** Registers one name: a badge, or a refusal that the visitor understands. Never throws. */
export async function registerName(desk: Desk, listed: ListedName, number: number): Promise<NameReport> {
  const { kiosk, out } = desk;
  const { page } = kiosk;
  const sheetsBefore = desk.paper.sheets.length;
  const start = performance.now();
  const ending = await visit(desk, listed);
  const problems = [...ending.problems, ...kiosk.takeComplaints()];
  const milliseconds = { ...ending.milliseconds, whole: Math.round(performance.now() - start) };
  const digits = String(number).padStart(4, '0');
  for (const sheet of desk.paper.sheets.slice(sheetsBefore)) keepSheet(sheet, join(out, `${digits}-badge`));
  const report = { name: listed.own, latin: listed.latin, ...ending, milliseconds, problems };
  if (problems.length === 0) return { ...report, screenshot: null };
  const screenshot = `${digits}-failure.png`;
  await photograph(page, join(out, screenshot));
  await page.reload();
  return { ...report, outcome: 'failed', screenshot };
}

type Ending = Omit<NameReport, 'name' | 'latin' | 'screenshot' | 'milliseconds'> & {
  readonly milliseconds: { readonly form: number | null; readonly print: number | null };
};

async function visit(desk: Desk, listed: ListedName): Promise<Ending> {
  const { page } = desk.kiosk;
  const { language } = desk;
  const none = {
    spelling: null,
    refusals: [],
    claimCode: null,
    byteCount: null,
    milliseconds: { form: null, print: null },
  };
  try {
    const start = performance.now();
    await startVisit(page, language);
    await openNameScreen(page, createVisitor({ language }));
    const elements = await countActiveElements(page);
    const { spelling, refusals, problems } = await passNameScreen(page, { language, listed });
    if (spelling !== null) await registerAfterName(page, createVisitor({ language }));
    if ((await countActiveElements(page)) !== elements) problems.push('the name became markup on the screen');
    const form = Math.round(performance.now() - start);
    if (spelling === null) {
      await startOver(page, language);
      return { ...none, outcome: 'refused', refusals, problems, milliseconds: { form, print: null } };
    }
    const badge = await takeBadge(desk, expectNames(spelling === 'own' ? listed : { own: '', latin: listed.latin }));
    await finishVisit(page, language);
    const milliseconds = { form, print: badge.milliseconds };
    return { ...badge, outcome: 'badge', spelling, refusals, milliseconds, problems: [...problems, ...badge.problems] };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { ...none, outcome: 'failed', problems: [reason] };
  }
}

/** Prints the badge on the screen and checks it. `milliseconds`: from the touch to the words on the screen. */
async function takeBadge({ kiosk, paper, coverage, language }: Desk, expected: readonly string[]) {
  const { page, session } = kiosk;
  const names = await readNames(page);
  const problems = [...checkNames(names, expected, coverage), ...(await checkFonts(session, names))];
  const sheetsBefore = paper.sheets.length;
  const start = performance.now();
  const told = await printSheet(page, { document: 'badge', language });
  const milliseconds = Math.round(performance.now() - start);
  if (told.state !== 'printed') problems.push(`the screen says: ${told.state}`);
  const claimCode = kiosk.readClaimCodes().at(-1) ?? null;
  if (told.claimCode !== claimCode)
    problems.push(`the screen shows ${String(told.claimCode)}, the journal holds ${String(claimCode)}`);
  const sheets = paper.sheets.slice(sheetsBefore);
  const [sheet] = sheets;
  if (sheet === undefined || sheets.length > 1) {
    return { claimCode, byteCount: null, milliseconds, problems: [...problems, `${sheets.length} sheets came out`] };
  }
  const { raster, bytes } = sheet;
  const qr = readQrOfBadge(raster);
  if (qr !== claimCode) problems.push(`the QR code says ${String(qr)}, the journal holds ${String(claimCode)}`);
  problems.push(
    ...checkSheet({ raster, document: 'badge', media: paper.media }),
    ...checkInk(raster, names),
    ...checkBytes(paper),
  );
  return { claimCode, byteCount: bytes.length, milliseconds, problems };
}

/** Elements that a name could bring to life if it were read as markup. */
async function countActiveElements(page: Page): Promise<number> {
  return page.locator('script, img, iframe, object, embed, video, audio, form, a, link, meta, base').count();
}
