import { afterEach, beforeEach, expect, test } from 'vitest';
import { standardMedia } from '../../domain/print-job.ts';
import { createRaster, setBlack } from '../../domain/raster.ts';
import { openPrinter } from '../../electron/printing/open-printer.ts';
import { configured } from '../../electron/printing/test-configured.ts';
import type { Printer } from '../../electron/printing/printer.ts';
import { startEscposSimulator, type EscposSimulator } from '../simulators/escpos/escpos-simulator.ts';
import type { Paper } from './open-paper.ts';
import { recordPrinter } from './recorded-printer.ts';

const media = standardMedia['72mm'];
const job = {
  id: '0190b0a0-0000-7000-8000-00000000abcd',
  document: 'badge',
  raster: createRaster(media.widthDots, 300),
} as const;
for (let y = 0; y < 300; y += 1) setBlack(job.raster, y, y);

let simulator: EscposSimulator;
let recorded: Omit<Paper, 'media'>;
let printer: Printer;

beforeEach(async () => {
  simulator = await startEscposSimulator();
  recorded = await recordPrinter(simulator, media.widthDots);
  printer = openPrinter(configured({ address: recorded.address }));
});

afterEach(async () => {
  await printer.close();
  await recorded.close();
  await simulator.close();
});

test('passes a sheet on and draws the same as the printer', async () => {
  expect(await printer.print(job)).toEqual({ state: 'printed' });
  expect(recorded.sheets).toHaveLength(1);
  expect(recorded.sheets[0]?.raster).toEqual(simulator.sheets[0]?.raster);
  expect(recorded.sheets[0]?.bytes).toEqual(simulator.sheets[0]?.bytes);
  expect(recorded.counts).toMatchObject({ unknown: 0, realTimeInsideRaster: 0 });
});

test('passes on what the printer says', async () => {
  simulator.runOutOfPaper();
  expect((await printer.status()).faults).toEqual(['paper-out']);
  expect(await printer.print(job)).toEqual({ state: 'failed', fault: 'paper-out', paper: 'blank' });
  simulator.loadPaper();
  expect(await printer.print(job)).toEqual({ state: 'printed' });
});

test('a printer that is gone is gone behind it, too', async () => {
  simulator.die();
  expect((await printer.status()).faults).not.toEqual([]);
});

test('a printer that dies in the middle ends the job', async () => {
  simulator.atRow(100, () => {
    simulator.die();
  });
  expect((await printer.print(job)).state).toBe('unknown');
});
