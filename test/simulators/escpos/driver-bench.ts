import { createTcpConnect } from '../../../electron/printing/connection/tcp.ts';
import { createEscposPrinter } from '../../../electron/printing/escpos/escpos-printer.ts';
import { shippedProfile } from '../../../electron/printing/profiles/known-profiles.ts';
import type { Printer, PrintJob } from '../../../electron/printing/printer.ts';
import { assert } from '../../../domain/assert.ts';
import { bytesPerRow, createRaster, setBlack, type Raster } from '../../../domain/raster.ts';
import { startEscposSimulator, type EscposSimulator, type EscposSimulatorOptions } from './escpos-simulator.ts';

const profile = shippedProfile('epson-tm-m30iii');
const [media] = profile.media;
assert(media !== undefined, 'a profile has media');
export const epson = { profile, media };

/** Short, so that silence is noticed soon; long enough for a busy machine. */
const timeouts = { connect: 1_000, answer: 250, drain: 300, settle: 500, turn: 3_000 };

/** Our driver connected to a simulator. */
export async function startDriver(
  options: EscposSimulatorOptions = {},
): Promise<{ simulator: EscposSimulator; printer: Printer; stop: () => Promise<void> }> {
  const simulator = await startEscposSimulator(options);
  const printer = createDriver(simulator);
  return {
    simulator,
    printer,
    async stop() {
      await simulator.close();
      await printer.close();
    },
  };
}

export function createDriver({ host, port }: { host: string; port: number }): Printer {
  return createEscposPrinter({ connect: createTcpConnect({ host, port }), ...epson, isShared: false, timeouts });
}

let jobCount = 0;

export function createJob(raster: Raster = stripedBadge()): PrintJob {
  jobCount += 1;
  return { id: `0196f2d0-7c1a-7000-8000-${jobCount.toString(16).padStart(12, '0')}`, document: 'badge', raster };
}

/** 400 rows, a good 20 KB. */
function stripedBadge(): Raster {
  const raster = createRaster(576, 400);
  for (let y = 20; y < 380; y += 1) for (let x = y % 9; x < 500; x += 5) setBlack(raster, x, y);
  return raster;
}

/** The left of a sheet, as wide as what was sent. */
export function cropRaster(raster: Raster, width: number): Raster {
  const narrow = createRaster(width, raster.height);
  for (let y = 0; y < raster.height; y += 1) {
    const start = y * bytesPerRow(raster.width);
    narrow.bits.set(raster.bits.subarray(start, start + bytesPerRow(width)), y * bytesPerRow(width));
  }
  return narrow;
}
