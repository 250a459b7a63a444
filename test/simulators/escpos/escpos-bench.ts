import { createTcpConnect } from '../../../electron/printing/connection/tcp.ts';
import { toMedia } from '../../../electron/printing/driver-parts.ts';
import { createEscposPrinter } from '../../../electron/printing/escpos/escpos-printer.ts';
import { simulatedFaults, type PrinterBench, type SimulatedFault } from '../printer-bench.ts';
import { epson } from './driver-bench.ts';
import { startEscposSimulator, type EscposSimulator, type EscposSimulatorOptions } from './escpos-simulator.ts';

/** How late an answer comes that is late, in milliseconds: later than any that is waited for. */
const lateBy = 2_500;

function happen(simulator: EscposSimulator, fault: SimulatedFault, when: 'resting' | 'printing'): void {
  switch (fault) {
    case 'paper-out':
      simulator.runOutOfPaper();
      break;
    case 'cover-open':
      simulator.openCover();
      break;
    case 'cutter':
      if (when === 'resting') simulator.cutterError();
      else simulator.jamCutter();
      break;
    case 'overheated':
      simulator.overheat();
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
      simulator.delayAnswers(lateBy);
      break;
    case 'lies':
      simulator.lie(true);
      break;
  }
}

/** ESC/POS for the one test of every fault, on a printer as fast as an ordinary one, so that a fault meets it at work. */
export function createEscposBench(options: EscposSimulatorOptions = { millisecondsPerRow: 0.4 }): PrinterBench {
  return {
    dialect: 'esc-pos',
    faults: simulatedFaults,
    async start() {
      const simulator = await startEscposSimulator(options);
      return {
        media: toMedia(epson.media),
        openDriver: ({ isShared } = { isShared: false }) =>
          createEscposPrinter({ connect: createTcpConnect(simulator), ...epson, isShared }),
        strike(fault, when) {
          if (when === undefined) happen(simulator, fault, 'resting');
          else
            simulator.atRow(when.afterRows, () => {
              happen(simulator, fault, 'printing');
            });
        },
        async mend() {
          simulator.loadPaper();
          simulator.closeCover();
          simulator.freeCutter();
          simulator.coolDown();
          simulator.lie(false);
          simulator.delayAnswers(0);
          simulator.wake();
          await simulator.switchOn();
        },
        sheets: () => simulator.sheets.map(({ raster }) => raster),
        unknown: () => simulator.counts.unknown + simulator.counts.realTimeInsideRaster,
        close: () => simulator.close(),
      };
    },
  };
}

export const escposBench = createEscposBench();
