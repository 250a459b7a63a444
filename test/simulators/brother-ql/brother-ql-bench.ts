import { toMedia, usualTimeouts } from '../../../electron/printing/driver-parts.ts';
import { simulatedFaults, type PrinterBench } from '../printer-bench.ts';
import { startBrotherQlSimulator } from './brother-ql-simulator.ts';
import { createDriver, mediaOf, profiles } from './driver-bench.ts';

/** Brother QL for the one test of every fault. */
export const brotherQlBench: PrinterBench = {
  dialect: 'brother-ql',
  faults: simulatedFaults,
  async start() {
    // As fast as an ordinary printer, so that a fault meets it at work.
    const simulator = await startBrotherQlSimulator({ millisecondsPerRow: 0.5 });
    return {
      media: toMedia(mediaOf(profiles['QL-820NWB'], '62mm')),
      openDriver: ({ isShared } = { isShared: false }) =>
        createDriver(simulator, { timeouts: usualTimeouts, isShared }),
      strike: simulator.strike,
      mend: simulator.putRight,
      sheets: () =>
        simulator.pieces
          .filter(({ isWhole, raster }) => isWhole && raster.bits.some((byte) => byte !== 0))
          .map(({ raster }) => raster),
      unknown: () => simulator.counts.unknown + simulator.counts.badLines,
      close: simulator.close,
    };
  },
};
