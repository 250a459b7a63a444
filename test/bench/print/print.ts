import { setTimeout } from 'node:timers/promises';
import type { VisitorDocument } from '../../../domain/print-job.ts';
import { findJob, showBooth } from '../../journeys/find-job.ts';
import { printSheet } from '../../journeys/print-sheet.ts';
import { registerWalkIn } from '../../journeys/register-walk-in.ts';
import { finishVisit, startVisit } from '../../journeys/visit.ts';
import type { Benchmark, Figure } from '../harness/benchmark.ts';
import { readLastPress } from '../harness/page-toolkit.ts';
import { pickVisitor } from '../harness/visitors.ts';
import { withKiosk, type PrintingKiosk } from '../harness/with-kiosk.ts';
import { captureRaster } from './capture-raster.ts';
import { startLibraryPrinter, type LibraryPrinter } from './library-printer.ts';
import { timeSheet, type SheetTimes } from './time-sheet.ts';

const rounds = 10;

/** How long a visitor looks at the preview. */
const looks = { 'after a look': 1000, 'at once': 0 } as const;
type Look = keyof typeof looks;

/** Found in every language, at a company that has a booth. */
const search = 'IC';

interface Times {
  readonly ours: SheetTimes[];
  readonly library: SheetTimes[];
}

const createTimes = (): Times => ({ ours: [], library: [] });

export const print: Benchmark = {
  name: 'print',
  about: `From the moment in which a visitor lifts the finger off "Print", until the picture's first byte, and the cut's last byte, arrived at
the printer: a simulator over TCP that takes all at once. Every name is new, so its letters are not in memory yet.
after a look: the visitor looked at the preview for a second, in which the dots were made; at once: as soon as Playwright could press.
Peer: node-thermal-printer's printImageBuffer, cut and execute over TCP with a PNG of the same dots, from the call.`,
  measure: (say) =>
    withKiosk('72mm', async (parts) => {
      const library = startLibraryPrinter(parts.simulator);
      const figures: Figure[] = [];
      try {
        for (const document of ['badge', 'map'] as const) {
          const times: Record<Look, Times> = { 'after a look': createTimes(), 'at once': createTimes() };
          for (let round = 0; round <= rounds; round += 1) {
            for (const look of ['after a look', 'at once'] as const) {
              const visit = { document, look, number: 2 * round + (look === 'at once' ? 1 : 0) };
              const { ours, theirs } = await timeVisit(parts, library, visit);
              // The first sheet of the day, for which everything is compiled, is not counted.
              if (round === 0) continue;
              times[look].ours.push(ours);
              times[look].library.push(theirs);
            }
            say(`${document}, round ${round} of ${rounds}`);
          }
          for (const look of ['after a look', 'at once'] as const)
            figures.push(...describe(document, look, times[look]));
        }
      } finally {
        await library.close();
      }
      return figures;
    }),
};

function describe(document: VisitorDocument, look: Look, { ours, library }: Times): Figure[] {
  return (['first', 'last'] as const).map((moment) => ({
    name: `${document}, ${look}, press on Print to ${moment} byte`,
    unit: 'ms',
    values: ours.map((times) => times[moment]),
    peer: { name: 'printImageBuffer', values: library.map((times) => times[moment]) },
    ...(moment === 'first' ? { goal: { atMost: 300, of: 'median' as const } } : {}),
  }));
}

interface Visit {
  readonly document: VisitorDocument;
  readonly look: Look;
  readonly number: number;
}

async function timeVisit({ page, simulator }: PrintingKiosk, library: LibraryPrinter, visit: Visit) {
  const { document, look, number } = visit;
  const visitor = pickVisitor(number);
  const { language } = visitor;
  await startVisit(page, language);
  if (document === 'badge') await registerWalkIn(page, visitor);
  else {
    await findJob(page, { language, search });
    await showBooth(page, { language });
  }
  await setTimeout(looks[look]);
  const [ours, raster] = await Promise.all([
    timeSheet(simulator, async () => {
      const { state, words } = await printSheet(page, { document, language });
      if (state !== 'printed') throw new Error(`The ${document} ended as ${state}: ${words}`);
      return readLastPress(page);
    }),
    captureRaster(page),
  ]);
  const theirs = await library.time(raster);
  await finishVisit(page, language);
  return { ours, theirs };
}
