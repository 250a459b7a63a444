import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { VisitorDocument } from '../../domain/print-job.ts';
import type { Raster } from '../../domain/raster.ts';
import { findLayoutFaults, leastTouch } from '../end-to-end/layout-faults.ts';
import { readCodeOfSlip } from '../documents/read-codes.ts';
import type { SheetOnScreen } from '../journeys/print-sheet.ts';
import { checkSheet, readQrOfBadge } from './check-sheet.ts';
import { keepSheet } from './keep-sheet.ts';
import type { Paper } from './open-paper.ts';
import type { JourneyReport, SheetReport, StepReport } from './report.ts';
import type { TourKiosk } from './tour-kiosk.ts';

export interface JourneyLog {
  /** Takes a picture of the screen and checks it. */
  readonly see: (stop: StepReport['stop']) => Promise<void>;
  /** Keeps and checks the sheet that must have come out since the last call. Null when none did, or more than one. */
  readonly takeSheet: (document: VisitorDocument, told: SheetOnScreen) => SheetReport | null;
  readonly complain: (...problems: string[]) => void;
  readonly finish: () => JourneyReport;
}

interface JourneyParts extends Pick<JourneyReport, 'journey' | 'language'> {
  readonly kiosk: TourKiosk;
  readonly paper: Paper;
  readonly out: string;
  /** Gives the next number of the tour, as `007`. */
  readonly nextNumber: () => string;
}

export function createJourneyLog({ journey, language, kiosk, paper, out, nextNumber }: JourneyParts): JourneyLog {
  const steps: StepReport[] = [];
  const sheets: SheetReport[] = [];
  const problems: string[] = [];
  let last = performance.now();
  let seenSheets = paper.sheets.length;
  const fileName = (what: string) => `${nextNumber()}-${journey}-${language}-${what}`;

  return {
    async see(stop) {
      const milliseconds = Math.round(performance.now() - last);
      const screenshot = `${fileName(stop)}.png`;
      await photograph(kiosk.page, join(out, screenshot));
      const found = [...(await kiosk.page.evaluate(findLayoutFaults, leastTouch)), ...kiosk.takeComplaints()];
      problems.push(...found.map((problem) => `${stop}: ${problem}`));
      steps.push({ stop, screenshot, milliseconds });
      last = performance.now();
    },
    takeSheet(document, told) {
      const fresh = paper.sheets.slice(seenSheets);
      seenSheets = paper.sheets.length;
      if (told.state !== 'printed') problems.push(`the screen says of the ${document}: ${told.state}. ${told.words}`);
      const [sheet] = fresh;
      if (sheet === undefined || fresh.length > 1) {
        problems.push(`${fresh.length} sheets came out, not one ${document}`);
        return null;
      }
      const { raster, bytes } = sheet;
      const name = fileName(`sheet-${document}`);
      keepSheet(sheet, join(out, name));
      problems.push(...checkSheet({ raster, document, media: paper.media }), ...checkBytes(paper));
      const report = {
        document,
        state: told.state,
        picture: `${name}.png`,
        bytes: `${name}.bin`,
        byteCount: bytes.length,
        rows: raster.height,
        qr: readQr(document, raster),
      };
      sheets.push(report);
      return report;
    },
    complain(...found) {
      problems.push(...found);
    },
    finish: () => ({ journey, language, steps, sheets, problems: [...problems, ...kiosk.takeComplaints()] }),
  };
}

function readQr(document: VisitorDocument, raster: Raster): string | null {
  switch (document) {
    case 'badge':
      return readQrOfBadge(raster);
    case 'route':
      return readCodeOfSlip(raster);
    case 'map':
      return null;
  }
}

/** What moves is shown as it stands at its end, and fonts have arrived. */
export async function photograph(page: Page, path: string): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  await page.screenshot({ path, animations: 'disabled' });
}

/** What the driver is made of. Text among them would be letters that a visitor typed. */
const ownCommands = ['ESC @', 'GS a', 'GS v 0', 'GS V', 'GS ( H', 'GS r', 'DLE EOT', 'DLE DC4', 'NUL'];

/** What was sent to the printer and is none of the driver's commands. */
export function checkBytes({ commands, counts }: Pick<Paper, 'commands' | 'counts'>): string[] {
  const foreign = [...new Set(commands.map(({ name }) => name))].filter((name) => !ownCommands.includes(name));
  return [
    ...foreign.map((name) => `the printer was sent ${name}`),
    ...(counts.unknown > 0 ? [`the printer was sent ${counts.unknown} unknown commands`] : []),
    ...(counts.realTimeInsideRaster > 0
      ? [`${counts.realTimeInsideRaster} real-time commands stand inside pictures`]
      : []),
  ];
}
