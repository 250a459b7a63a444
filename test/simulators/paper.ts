import { setTimeout as delay } from 'node:timers/promises';
import { bytesPerRow, type Raster } from '../../domain/raster.ts';

/** What lies between two cuts, and whether it is one whole picture and nothing else. */
export interface Piece {
  readonly raster: Raster;
  readonly isWhole: boolean;
}

/** What can be wrong with a printer. `lying`: it does not know that nothing comes out. */
export interface Trouble {
  paperOut: boolean;
  paperLow: boolean;
  coverOpen: boolean;
  cutter: boolean;
  overheated: boolean;
  hanging: boolean;
  lying: boolean;
}

export function createTrouble(): Trouble {
  return {
    paperOut: false,
    paperLow: false,
    coverOpen: false,
    cutter: false,
    overheated: false,
    hanging: false,
    lying: false,
  };
}

export function isStopped({ paperOut, coverOpen, cutter, overheated }: Trouble): boolean {
  return paperOut || coverOpen || cutter || overheated;
}

/** Rows to burn before the paced printer looks at the clock. */
const rowsAtOnce = 8;

/** Head, roll and cutter: rows come out below each other until they are cut off. */
export function createPaper({ widthDots, millisecondsPerRow }: { widthDots: number; millisecondsPerRow: number }) {
  const pieces: Piece[] = [];
  const actions: { at: number; action: () => void }[] = [];
  let strip: Uint8Array[] = [];
  let isBroken = false;
  let rows = 0;

  const past = (): Raster => ({ width: widthDots, height: strip.length, bits: joinRows(strip, widthDots) });
  return {
    pieces,
    /** Burnt since its start. */
    rows: () => rows,
    past,
    /** Runs an action when so many further rows are burnt. */
    atRow: (after: number, action: () => void): void => {
      actions.push({ at: rows + after, action });
    },
    async burn(row: Uint8Array): Promise<void> {
      strip.push(row);
      rows += 1;
      for (const { action } of actions.filter(({ at }) => at === rows)) action();
      if (millisecondsPerRow > 0 && rows % rowsAtOnce === 0) await delay(millisecondsPerRow * rowsAtOnce);
    },
    /** What stands out is no whole picture and never will be. */
    breakOff(): void {
      isBroken ||= strip.length > 0;
    },
    cut(): void {
      if (strip.length > 0) pieces.push({ raster: past(), isWhole: !isBroken });
      strip = [];
      isBroken = false;
    },
  };
}
export type Paper = ReturnType<typeof createPaper>;

function joinRows(rows: readonly Uint8Array[], widthDots: number): Uint8Array {
  const bits = new Uint8Array(bytesPerRow(widthDots) * rows.length);
  rows.forEach((row, index) => {
    bits.set(row, index * bytesPerRow(widthDots));
  });
  return bits;
}
