import type { EscposSimulator } from '../../simulators/escpos/escpos-simulator.ts';
import { findClockOrigin } from '../harness/clock.ts';

/** Milliseconds from when somebody asked for it. */
export interface SheetTimes {
  /** Until the first byte of the picture arrived at the printer. */
  readonly first: number;
  /** Until the last byte of the cut. */
  readonly last: number;
}

/** @param print resolves with the moment, on the machine's clock, in which the sheet was asked for */
export async function timeSheet(simulator: EscposSimulator, print: () => Promise<number>): Promise<SheetTimes> {
  const wanted = simulator.sheets.length + 1;
  const askedAt = await print();
  const sheet = (await simulator.waitForSheets(wanted))[wanted - 1];
  if (sheet === undefined) throw new Error('The printer cut no sheet.');
  const origin = findClockOrigin();
  return { first: origin + sheet.firstByteAt - askedAt, last: origin + sheet.lastByteAt - askedAt };
}
