import { createTcpConnect } from '../../../electron/printing/connection/tcp.ts';
import type { DriverParts, DriverTimeouts, PrinterMedia } from '../../../electron/printing/driver-parts.ts';
import type { Printer, PrintJob } from '../../../electron/printing/printer.ts';
import { createZplPrinter } from '../../../electron/printing/zpl/zpl-printer.ts';
import { printerProfileSchema } from '../../../domain/printer-profile.ts';
import { standardMedia } from '../../../domain/print-job.ts';
import { createRaster, setBlack, type Raster } from '../../../domain/raster.ts';
import { startZplSimulator, type ZplSimulator, type ZplSimulatorOptions } from './zpl-simulator.ts';

/** Short, so that silence is noticed soon; long enough for a busy machine. */
export const shortTimeouts: DriverTimeouts = { connect: 1_000, answer: 300, drain: 300, settle: 900, turn: 4_000 };

export const profile = printerProfileSchema.parse({
  id: 'simulated-zebra',
  model: 'Simulated Zebra',
  dialect: 'zpl',
  media: [
    { name: '104mm-203', ...standardMedia['104mm-203'] },
    { name: '100x150mm', ...standardMedia['100x150mm'], leftDots: 16 },
  ],
  cutter: 'full',
  status: 'asked',
});

export function mediaOf(index: 0 | 1): PrinterMedia {
  const media = profile.media[index];
  if (media === undefined) throw new Error('the profile has two media');
  return media;
}

export function createDriver(
  { host, port }: { host: string; port: number },
  parts: Partial<Omit<DriverParts, 'connect'>> = {},
): Printer {
  return createZplPrinter({
    connect: createTcpConnect({ host, port }),
    profile,
    media: mediaOf(0),
    isShared: false,
    timeouts: shortTimeouts,
    ...parts,
  });
}

/** Our driver connected to a simulator. */
export async function startDriver(
  options: ZplSimulatorOptions = {},
  parts: Partial<Omit<DriverParts, 'connect'>> = {},
): Promise<{ simulator: ZplSimulator; printer: Printer; stop: () => Promise<void> }> {
  const simulator = await startZplSimulator(options);
  const printer = createDriver(simulator, parts);
  return {
    simulator,
    printer,
    async stop() {
      await simulator.close();
      await printer.close();
    },
  };
}

let jobCount = 0;

export function createJob(raster: Raster = stripedBadge()): PrintJob {
  jobCount += 1;
  return { id: `0196f2d0-7c1a-7000-8000-${jobCount.toString(16).padStart(12, '0')}`, document: 'badge', raster };
}

/** 400 rows, as wide as the paper. */
function stripedBadge(): Raster {
  const raster = createRaster(832, 400);
  for (let y = 20; y < 380; y += 1) for (let x = y % 9; x < 700; x += 5) setBlack(raster, x, y);
  return raster;
}
