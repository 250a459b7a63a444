import { usualTimeouts } from '../../../electron/printing/driver-parts.ts';
import { simulatedFaults, type PrinterBench } from '../printer-bench.ts';
import { createDriver, mediaOf } from './driver-bench.ts';
import { startZplSimulator } from './zpl-simulator.ts';

/** ZPL for the one test of every fault. */
export const zplBench: PrinterBench = {
  dialect: 'zpl',
  faults: simulatedFaults,
  async start() {
    // As fast as an ordinary printer, so that a fault meets it at work.
    const simulator = await startZplSimulator({ millisecondsPerRow: 0.5 });
    return {
      media: mediaOf(0),
      openDriver: ({ isShared } = { isShared: false }) =>
        createDriver(simulator, { timeouts: usualTimeouts, isShared }),
      strike: simulator.strike,
      mend() {
        simulator.putRight();
        if (simulator.isPaused) simulator.pressPause();
      },
      sheets: () =>
        simulator.pieces
          .filter(({ isWhole, raster }) => isWhole && raster.bits.some((byte) => byte !== 0))
          .map(({ raster }) => raster),
      unknown: () => simulator.counts.unknown + simulator.counts.brokenFields,
      close: simulator.close,
    };
  },
};
