import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Raster } from '../../../domain/raster.ts';
import { encodePng } from '../../../electron/printing/raster-png.ts';
import { endProcess } from '../../end-to-end/host-process.ts';
import type { EscposSimulator } from '../../simulators/escpos/escpos-simulator.ts';
import { timeSheet, type SheetTimes } from './time-sheet.ts';

export interface LibraryPrinter {
  /** Prints the picture of a sheet, beginning with its PNG in memory. */
  time(raster: Raster): Promise<SheetTimes>;
  close(): Promise<void>;
}

/** node-thermal-printer as its users use it, over TCP. */
export function startLibraryPrinter(simulator: EscposSimulator): LibraryPrinter {
  const child = fork(join(import.meta.dirname, 'library-process.ts'));
  const printer = `tcp://${simulator.host}:${simulator.port}`;
  return {
    time(raster) {
      return timeSheet(simulator, async () => {
        const ended = once(child, 'message') as Promise<[number]>;
        child.send({ png: encodePng(raster).toString('base64'), printer });
        const [beganAt] = await ended;
        return beganAt;
      });
    },
    close: () => endProcess(child),
  };
}
