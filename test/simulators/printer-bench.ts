import type { Printer } from '../../electron/printing/printer.ts';
import type { Media } from '../../domain/print-job.ts';
import type { Raster } from '../../domain/raster.ts';
import type { Dialect } from '../../domain/printer-profile.ts';

/**
 * What can happen to a printer. `late`: every answer comes long after it was asked for. `lies`: it answers "ready" whatever is the matter, and
 * nothing comes out. `reset`: it forgets what it received and its connections end; `power`: the same, and it is away for a while.
 */
export const simulatedFaults = [
  'paper-out',
  'cover-open',
  'cutter',
  'overheated',
  'hung',
  'reset',
  'power',
  'late',
  'lies',
] as const;
export type SimulatedFault = (typeof simulatedFaults)[number];

/** One dialect's simulator and our driver for it, so that every fault can be tried on every driver by one test. */
export interface PrinterBench {
  readonly dialect: Dialect;
  /** What a machine of this kind can have at all: one without a cutter cannot jam it. */
  readonly faults: readonly SimulatedFault[];
  start(): Promise<SimulatedPrinter>;
}

export interface SimulatedPrinter {
  readonly media: Media;
  /** Our driver, with the timeouts that kiosks use. Another call is another kiosk at the same printer; two of them share it. */
  openDriver(options?: { isShared: boolean }): Printer;
  /** Lets the fault happen now, or when so many further rows of dots are on paper. */
  strike(fault: SimulatedFault, when?: { afterRows: number }): void;
  /** Puts everything right, as a member of staff would: paper, cover, power. */
  mend(): void | Promise<void>;
  /** What was cut off or put out, the oldest first, each as what is on the paper; pieces that are no whole sheet may be among them. */
  sheets(): readonly Raster[];
  /** Commands and bytes that the machine did not understand. */
  unknown(): number;
  close(): Promise<void>;
}
