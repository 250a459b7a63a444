import type { PrinterProfile } from '../../../domain/printer-profile.ts';
import { standardMedia, type Media } from '../../../domain/print-job.ts';
import { createRaster, type Raster } from '../../../domain/raster.ts';
import { toMedia, type DriverTimeouts, type PrinterMedia } from '../../../electron/printing/driver-parts.ts';
import type { Printer } from '../../../electron/printing/printer.ts';
import { pageSizeOf } from '../../../electron/printing/queue/page-size.ts';
import { createQueuePrinter } from '../../../electron/printing/queue/queue-printer.ts';
import type { Piece } from '../paper.ts';
import type { PrinterBench, SimulatedFault, SimulatedPrinter } from '../printer-bench.ts';
import { copyDots } from './copy-dots.ts';
import { startIppSimulator, type IppSimulator, type IppSimulatorOptions } from './ipp-simulator.ts';

export const queueMedia = { name: 'a6', ...standardMedia.A6, leftDots: 0, rollMillimetres: null, sheets: 100 };

export const queueProfile: PrinterProfile = {
  id: 'queue-simulated',
  model: 'Page printer, simulated',
  dialect: 'queue',
  media: [queueMedia],
  cutter: 'none',
  status: 'asked',
  knownBy: [],
};

/** A6 at fewer dots, because the test of every fault runs some dozens of these at once. */
const benchMedia = { ...queueMedia, widthDots: 759, heightDots: 1_103, dotsPerInch: 203 } as const;

/** How late an answer comes that is late, in milliseconds. */
const lateBy = 1_000;

export function openQueueDriver(
  { host, port }: Pick<IppSimulator, 'host' | 'port'>,
  options: { isShared?: boolean; timeouts?: DriverTimeouts; media?: PrinterMedia } = {},
): Printer {
  const { isShared = false, timeouts, media = queueMedia } = options;
  return createQueuePrinter({
    address: { kind: 'ipp', isSecure: false, host, port, path: '/ipp/print' },
    profile: queueProfile,
    media,
    isShared,
    ...(timeouts !== undefined && { timeouts }),
  });
}

/** What of a page can be printed on. */
export function printArea(page: Raster, media: Media): Raster {
  const { leftDots, topDots } = pageSizeOf(media, page.height);
  const area = createRaster(media.widthDots, media.heightDots ?? page.height);
  copyDots({ from: page, to: area, right: -leftDots, down: -topDots });
  return area;
}

function happen(simulator: IppSimulator, fault: SimulatedFault): void {
  switch (fault) {
    case 'paper-out':
      simulator.setTrouble({ paperOut: true });
      break;
    case 'cover-open':
      simulator.setTrouble({ coverOpen: true });
      break;
    case 'overheated':
      simulator.setTrouble({ overheated: true });
      break;
    case 'hung':
      simulator.setTrouble({ hanging: true });
      break;
    case 'reset':
      simulator.reset();
      break;
    case 'power':
      simulator.switchOff();
      break;
    case 'late':
      simulator.delayAnswers(lateBy);
      break;
    case 'lies':
      simulator.setTrouble({ lying: true });
      break;
    case 'cutter':
      throw new Error('A page printer has no cutter.');
  }
}

export function createIppBench(options: IppSimulatorOptions = {}): PrinterBench {
  return {
    dialect: 'queue',
    faults: ['paper-out', 'cover-open', 'overheated', 'hung', 'reset', 'power', 'late', 'lies'],
    async start(): Promise<SimulatedPrinter> {
      const simulator = await startIppSimulator({ widthDots: 839, dotsPerInch: 203, ...options });
      const drivers: Printer[] = [];
      const areas = new Map<Piece, Raster>();
      function areaOf(piece: Piece): Raster {
        const area = areas.get(piece) ?? printArea(piece.raster, benchMedia);
        areas.set(piece, area);
        return area;
      }
      return {
        media: toMedia(benchMedia),
        openDriver(how) {
          const driver = openQueueDriver(simulator, { ...how, media: benchMedia });
          drivers.push(driver);
          return driver;
        },
        strike(fault, when) {
          if (when === undefined) happen(simulator, fault);
          else
            simulator.paper.atRow(when.afterRows, () => {
              happen(simulator, fault);
            });
        },
        async mend() {
          simulator.setTrouble({ paperOut: false, coverOpen: false, overheated: false, lying: false });
          simulator.delayAnswers(0);
          await simulator.wake();
        },
        sheets: () => simulator.paper.pieces.map(areaOf),
        unknown: () => simulator.counts.unknown,
        async close() {
          await simulator.close();
          await Promise.all(drivers.map((driver) => driver.close()));
        },
      };
    },
  };
}

export const ippBench = createIppBench();
