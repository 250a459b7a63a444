import type { PrinterProfile } from '../../../domain/printer-profile.ts';
import { standardMedia } from '../../../domain/print-job.ts';
import { createTcpConnect } from '../../../electron/printing/connection/tcp.ts';
import type { DriverTimeouts } from '../../../electron/printing/driver-parts.ts';
import type { Printer } from '../../../electron/printing/printer.ts';
import { createStarLinePrinter } from '../../../electron/printing/star-line/star-line-printer.ts';
import type { PrinterBench, SimulatedFault, SimulatedPrinter } from '../printer-bench.ts';
import {
  startStarLineSimulator,
  type StarLineSimulator,
  type StarLineSimulatorOptions,
} from './star-line-simulator.ts';

/** As every model with a network. */
export const starProfile: PrinterProfile = {
  id: 'star-simulated',
  model: 'Star, simulated',
  dialect: 'star-line',
  media: [{ name: '72mm', ...standardMedia['72mm'], leftDots: 0, rollMillimetres: null, sheets: null }],
  cutter: 'partial',
  status: 'automatic',
  knownBy: [],
};

/** How late an answer comes that is late, in milliseconds. */
const lateBy = 1_000;

export function openStarDriver(
  { port }: Pick<StarLineSimulator, 'port'>,
  options: { isShared?: boolean; timeouts?: DriverTimeouts; profile?: PrinterProfile } = {},
): Printer {
  const { isShared = false, timeouts, profile = starProfile } = options;
  const [media] = profile.media;
  if (media === undefined) throw new Error('The profile has no media.');
  return createStarLinePrinter({
    connect: createTcpConnect({ host: port.host, port: port.port }),
    profile,
    media,
    isShared,
    ...(timeouts !== undefined && { timeouts }),
  });
}

function happen(simulator: StarLineSimulator, fault: SimulatedFault): void {
  switch (fault) {
    case 'paper-out':
      simulator.setTrouble({ paperOut: true });
      break;
    case 'cover-open':
      simulator.setTrouble({ coverOpen: true });
      break;
    case 'cutter':
      simulator.setJammed(true);
      break;
    case 'overheated':
      simulator.setTrouble({ overheated: true });
      break;
    case 'hung':
      simulator.hang();
      break;
    case 'reset':
      simulator.reset();
      break;
    case 'power':
      simulator.switchOff();
      break;
    case 'late':
      simulator.port.delayAnswers(lateBy);
      break;
    case 'lies':
      simulator.setTrouble({ lying: true });
      break;
  }
}

export function createStarLineBench(options: StarLineSimulatorOptions = {}): PrinterBench {
  return {
    dialect: 'star-line',
    faults: ['paper-out', 'cover-open', 'cutter', 'overheated', 'hung', 'reset', 'power', 'late', 'lies'],
    async start(): Promise<SimulatedPrinter> {
      const simulator = await startStarLineSimulator(options);
      const drivers: Printer[] = [];
      return {
        media: standardMedia['72mm'],
        openDriver(how) {
          const driver = openStarDriver(simulator, how);
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
        mend() {
          simulator.setJammed(false);
          simulator.setTrouble({ paperOut: false, coverOpen: false, overheated: false, lying: false });
          simulator.port.delayAnswers(0);
          simulator.wake();
        },
        sheets: () => simulator.paper.pieces.map(({ raster }) => raster),
        unknown: () => simulator.counts.unknown,
        async close() {
          await simulator.close();
          await Promise.all(drivers.map((driver) => driver.close()));
        },
      };
    },
  };
}

export const starLineBench = createStarLineBench();
