import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { standardMedia, type MediaName, type VisitorDocument } from '../../../domain/print-job.ts';
import type { Raster } from '../../../domain/raster.ts';
import { encodePng } from '../../../electron/printing/raster-png.ts';
import { findJob, showBooth } from '../../journeys/find-job.ts';
import { printSheet } from '../../journeys/print-sheet.ts';
import { registerWalkIn } from '../../journeys/register-walk-in.ts';
import { finishVisit, startVisit } from '../../journeys/visit.ts';
import type { Benchmark, Figure } from '../harness/benchmark.ts';
import { pickVisitor } from '../harness/visitors.ts';
import { withKiosk, type PrintingKiosk } from '../harness/with-kiosk.ts';
import { captureRaster } from '../print/capture-raster.ts';

const papers: readonly MediaName[] = ['48mm', '72mm', '104mm'];

/** Two in each language. */
const visitors = 6;

export const bytes: Benchmark = {
  name: 'bytes',
  about: `Bytes that reached the printer for one sheet, questions about its state among them, on paper of 384, 576 and 1228 dots.
Peer: what node-thermal-printer's printImageBuffer and cut make of a PNG of the same dots.`,
  async measure(say) {
    const figures: Figure[] = [];
    for (const media of papers) {
      figures.push(...(await withKiosk(media, (parts) => countOn(media, parts))));
      say(media);
    }
    return figures;
  },
};

async function countOn(media: MediaName, parts: PrintingKiosk): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const document of ['badge', 'map'] as const) {
    const counts = [];
    for (let number = 0; number < visitors; number += 1) counts.push(await countBytes(parts, document, number));
    figures.push({
      name: `${document === 'badge' ? 'badge' : 'map slip'}, ${standardMedia[media].widthDots} dots`,
      unit: 'bytes',
      values: counts.map(({ ours }) => ours),
      peer: { name: 'printImageBuffer', values: counts.map(({ library }) => library) },
    });
  }
  return figures;
}

async function countBytes({ page, simulator }: PrintingKiosk, document: VisitorDocument, number: number) {
  const visitor = pickVisitor(number);
  const { language } = visitor;
  await startVisit(page, language);
  if (document === 'badge') await registerWalkIn(page, visitor);
  else {
    await findJob(page, { language, search: 'IC' });
    await showBooth(page, { language });
  }
  const before = simulator.counts.bytes;
  const [{ state, words }, raster] = await Promise.all([printSheet(page, { document, language }), captureRaster(page)]);
  if (state !== 'printed') throw new Error(`The ${document} ended as ${state}: ${words}`);
  const ours = simulator.counts.bytes - before;
  await finishVisit(page, language);
  return { ours, library: await countLibraryBytes(raster) };
}

async function countLibraryBytes(raster: Raster): Promise<number> {
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: 'tcp://127.0.0.1' });
  await printer.printImageBuffer(encodePng(raster));
  printer.cut();
  return printer.getBuffer().length;
}
