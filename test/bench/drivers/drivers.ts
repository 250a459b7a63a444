import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as createId } from 'uuid';
import { findJob, showBooth } from '../../journeys/find-job.ts';
import { printSheet } from '../../journeys/print-sheet.ts';
import { registerWalkIn } from '../../journeys/register-walk-in.ts';
import { finishVisit, startVisit, waitForAttract } from '../../journeys/visit.ts';
import { openKiosk } from '../../end-to-end/open-kiosk.ts';
import type { Raster } from '../../../domain/raster.ts';
import type { Printer } from '../../../electron/printing/printer.ts';
import type { Benchmark, Figure, Say } from '../harness/benchmark.ts';
import { readClock } from '../harness/clock.ts';
import { pickVisitor } from '../harness/visitors.ts';
import { captureRaster } from '../print/capture-raster.ts';
import { encodersOf, type Encoder } from './encoders.ts';
import { measuredDrivers, type MeasuredDriver } from './measured-drivers.ts';

const documents = ['badge', 'map'] as const;
type Document = (typeof documents)[number];

/** Two in each language. */
const visitors = 6;

export const drivers: Benchmark = {
  name: 'drivers',
  about: `Each driver on the badges and map slips of six visitors, as the kiosk's page made their dots for that driver's paper: bytes that went to the
printer, questions about its state among them; and from when the host handed the dots over, until the picture's first byte and until the
last byte passed on to the printer, a simulator that prints as fast as it can. What the page needs before that is in "print".
Peers: what other libraries make of the same dots for ESC/POS or Star line mode, and how long they encode, before which no byte leaves.`,
  async measure(say) {
    const figures: Figure[] = [];
    for (const driver of measuredDrivers) {
      const sheets = await drawSheets(driver, say);
      for (const document of documents) figures.push(...(await measureDriver(driver, document, sheets[document])));
    }
    return figures;
  },
};

/** The dots that a kiosk with this paper sends to its host. */
async function drawSheets({ name, media }: MeasuredDriver, say: Say): Promise<Record<Document, readonly Raster[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-drivers-'));
  const kiosk = await openKiosk({
    shell: 'chromium',
    flags: ['--printer', `folder:${folder}`, '--media', media, '--idle-warn-after-seconds', '3600'],
  });
  try {
    const sheets: Record<Document, Raster[]> = { badge: [], map: [] };
    await waitForAttract(kiosk.page);
    for (const document of documents) {
      for (let number = 0; number < visitors; number += 1)
        sheets[document].push(await drawSheet(kiosk.page, document, number));
      say(`${name}: ${document}`);
    }
    return sheets;
  } finally {
    await kiosk.close();
    await rm(folder, { recursive: true });
  }
}

async function drawSheet(page: Parameters<typeof startVisit>[0], document: Document, number: number): Promise<Raster> {
  const visitor = pickVisitor(number);
  const { language } = visitor;
  await startVisit(page, language);
  if (document === 'badge') await registerWalkIn(page, visitor);
  else {
    await findJob(page, { language, search: 'IC' });
    await showBooth(page, { language });
  }
  const [{ state, words }, raster] = await Promise.all([printSheet(page, { document, language }), captureRaster(page)]);
  if (state !== 'printed') throw new Error(`The ${document} ended as ${state}: ${words}`);
  await finishVisit(page, language);
  return raster;
}

async function measureDriver(
  driver: MeasuredDriver,
  document: Document,
  rasters: readonly Raster[],
): Promise<Figure[]> {
  const opened = await driver.open();
  const { printer, tap } = opened;
  const peers: readonly Encoder[] = encodersOf[driver.encoders];
  const ours: { bytes: number; first: number; last: number }[] = [];
  const theirs = peers.map(({ name }) => ({ name, bytes: [] as number[], encoding: [] as number[] }));
  try {
    // The first of the day, for which everything is compiled, is not counted.
    await printOne(printer, { document, raster: rasters[0] });
    for (const raster of rasters) {
      tap.begin();
      const handedOverAt = readClock();
      await printOne(printer, { document, raster });
      const { bytes, firstAt, lastAt } = tap.take();
      ours.push({ bytes, first: firstAt - handedOverAt, last: lastAt - handedOverAt });
      for (const [index, peer] of peers.entries()) {
        const startedAt = readClock();
        const encoded = await peer.encode(raster);
        theirs[index]?.encoding.push(readClock() - startedAt);
        theirs[index]?.bytes.push(encoded.length);
      }
    }
  } finally {
    await opened.close();
  }
  const [firstPeer] = theirs;
  return [
    ...theirs.map((peer): Figure => ({
      name: `${driver.name}, ${document}`,
      unit: 'bytes',
      values: ours.map(({ bytes }) => bytes),
      peer: { name: peer.name, values: peer.bytes },
      ...(document === 'badge' && driver.hasByteGoal ? { goal: { atMost: 30_000, of: 'p95' as const } } : {}),
    })),
    ...theirs.map((peer): Figure => ({
      name: `${driver.name}, ${document}, first byte`,
      unit: 'ms',
      values: ours.map(({ first }) => first),
      peer: { name: `${peer.name} encodes`, values: peer.encoding },
    })),
    {
      name: `${driver.name}, ${document}, last byte`,
      unit: 'ms',
      values: ours.map(({ last }) => last),
      ...(firstPeer && { peer: { name: `${firstPeer.name} encodes`, values: firstPeer.encoding } }),
    },
  ];
}

async function printOne(printer: Printer, sheet: { document: Document; raster: Raster | undefined }): Promise<void> {
  if (sheet.raster === undefined) throw new Error('There is no sheet.');
  const outcome = await printer.print({ id: createId(), document: sheet.document, raster: sheet.raster });
  if (outcome.state !== 'printed') throw new Error(`A ${sheet.document} ended as ${JSON.stringify(outcome)}.`);
}
