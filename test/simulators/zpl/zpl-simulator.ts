import type { Raster } from '../../../domain/raster.ts';
import type { Piece } from '../paper.ts';
import type { SimulatedFault } from '../printer-bench.ts';
import { openRawPort } from '../raw-port.ts';
import type { ZplCommand } from './grammar.ts';
import { putRight, strike } from '../strike.ts';
import { createMechanism, type Skill } from './mechanism.ts';

export interface ZplSimulatorOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** 127.0.0.1 unless told. */
  readonly host?: string;
  /** 832 unless told: four inches at 203 dots an inch. */
  readonly headDots?: number;
  /** 1200 unless told. */
  readonly labelDots?: number;
  /** 203 unless told. */
  readonly dotsPerInch?: number;
  /** 0, the default, prints as fast as it can. */
  readonly millisecondsPerRow?: number;
  /** True unless told. */
  readonly hasCutter?: boolean;
  /** True unless told. */
  readonly countsLabelUnderWay?: boolean;
  /** What this model does not do; it does all unless told. */
  readonly lacks?: readonly Skill[];
}

export interface ZplSimulator {
  readonly host: string;
  readonly port: number;
  /** What was cut off, or is there to tear off. */
  readonly pieces: readonly Piece[];
  readonly commands: readonly ZplCommand[];
  readonly counts: {
    readonly bytes: number;
    readonly unknown: number;
    /** Graphic fields that could not be read. */
    readonly brokenFields: number;
    readonly labels: number;
    readonly rows: number;
    readonly connections: number;
  };
  readonly isPaused: boolean;
  readonly paperPastCut: () => Raster;
  waitForPieces(count: number): Promise<readonly Piece[]>;
  readonly atRow: (rows: number, action: () => void) => void;
  readonly strike: (fault: SimulatedFault, when?: { afterRows: number }) => void;
  setPaperLow(paperLow: boolean): void;
  readonly pressPause: () => void;
  /** Until it has printed what it can print now. */
  readonly idle: () => Promise<void>;
  /** Paper, cover, cutter and power are right again, and answers come at once; it may still be paused. */
  putRight(): void;
  readonly close: () => Promise<void>;
}

/** A label printer of Zebra's on a raw TCP port. */
export async function startZplSimulator(options: ZplSimulatorOptions = {}): Promise<ZplSimulator> {
  let waiters: { count: number; resolve: (pieces: readonly Piece[]) => void }[] = [];
  const mechanism = createMechanism({
    headDots: options.headDots ?? 832,
    labelDots: options.labelDots ?? 1_200,
    dotsPerInch: options.dotsPerInch ?? 203,
    millisecondsPerRow: options.millisecondsPerRow ?? 0,
    hasCutter: options.hasCutter ?? true,
    lacks: options.lacks ?? [],
    countsLabelUnderWay: options.countsLabelUnderWay ?? true,
    answer(bytes) {
      port.answer(bytes);
    },
    onPiece() {
      const ready = waiters.filter(({ count }) => pieces.length >= count);
      waiters = waiters.filter((waiter) => !ready.includes(waiter));
      for (const { resolve } of ready) resolve(pieces);
    },
  });
  const { pieces } = mechanism.paper;
  const port = await openRawPort({ ...options, receive: mechanism.receive });

  const machine = { machine: mechanism, port };

  return {
    host: port.host,
    port: port.port,
    pieces,
    commands: mechanism.commands,
    get counts() {
      return { ...mechanism.counts(), connections: port.connections };
    },
    get isPaused() {
      return mechanism.isPaused();
    },
    paperPastCut: mechanism.paper.past,
    waitForPieces(count) {
      if (pieces.length >= count) return Promise.resolve(pieces);
      return new Promise((resolve) => waiters.push({ count, resolve }));
    },
    atRow: mechanism.paper.atRow,
    strike(fault, { afterRows } = { afterRows: 0 }) {
      if (afterRows === 0) strike(fault, machine);
      else
        mechanism.paper.atRow(afterRows, () => {
          strike(fault, machine);
        });
    },
    setPaperLow(paperLow) {
      mechanism.setTrouble({ paperLow });
    },
    pressPause: mechanism.pressPause,
    idle: mechanism.idle,
    putRight() {
      putRight(machine);
    },
    async close() {
      mechanism.powerCycle();
      await port.close();
    },
  };
}
