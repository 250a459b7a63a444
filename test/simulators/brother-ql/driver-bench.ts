import { createTcpConnect } from '../../../electron/printing/connection/tcp.ts';
import {
  createBrotherQlPrinter,
  type BrotherQlParts,
} from '../../../electron/printing/brother-ql/brother-ql-printer.ts';
import type { DriverTimeouts, PrinterMedia } from '../../../electron/printing/driver-parts.ts';
import { shippedProfile } from '../../../electron/printing/profiles/known-profiles.ts';
import type { Printer, PrintJob } from '../../../electron/printing/printer.ts';
import type { PrinterProfile } from '../../../domain/printer-profile.ts';
import { createRaster, setBlack, type Raster } from '../../../domain/raster.ts';
import {
  startBrotherQlSimulator,
  type BrotherQlSimulator,
  type BrotherQlSimulatorOptions,
} from './brother-ql-simulator.ts';

/** Short, so that silence is noticed soon; long enough for a busy machine. */
export const shortTimeouts: DriverTimeouts = { connect: 1_000, answer: 300, drain: 300, settle: 900, turn: 4_000 };

export const profiles = {
  'QL-820NWB': shippedProfile('brother-ql-820nwb'),
  'QL-700': shippedProfile('brother-ql-700'),
  'QL-1110NWB': shippedProfile('brother-ql-1110nwb'),
} as const;

export function mediaOf(profile: PrinterProfile, name: string): PrinterMedia {
  const media = profile.media.find((one) => one.name === name);
  if (media === undefined) throw new Error(`${profile.id} has no ${name}`);
  return media;
}

export function createDriver(
  { host, port }: { host: string; port: number },
  parts: Partial<Omit<BrotherQlParts, 'connect'>> = {},
): Printer {
  const { profile = profiles['QL-820NWB'] } = parts;
  return createBrotherQlPrinter({
    connect: createTcpConnect({ host, port }),
    profile,
    media: mediaOf(profile, '62mm'),
    isShared: false,
    timeouts: shortTimeouts,
    ...parts,
  });
}

/** Our driver connected to a simulator. */
export async function startDriver(
  options: BrotherQlSimulatorOptions = {},
  parts: Partial<Omit<BrotherQlParts, 'connect'>> = {},
): Promise<{ simulator: BrotherQlSimulator; printer: Printer; stop: () => Promise<void> }> {
  const simulator = await startBrotherQlSimulator(options);
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
  const raster = createRaster(696, 400);
  for (let y = 20; y < 380; y += 1) for (let x = y % 9; x < 600; x += 5) setBlack(raster, x, y);
  return raster;
}
