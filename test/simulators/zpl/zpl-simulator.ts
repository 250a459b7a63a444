import type { Raster } from '../../../domain/raster.ts';
import type { Piece } from '../paper.ts';
import type { SimulatedFault } from '../printer-bench.ts';
import { openRawPort } from '../raw-port.ts';
import type { ZplCommand } from './grammar.ts';
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

/** Later than anybody waits for. */
const lateMilliseconds = 6_000;

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

  const faults: Record<SimulatedFault, () => void> = {
    'paper-out': () => {
      mechanism.setTrouble({ paperOut: true });
    },
    'cover-open': () => {
      mechanism.setTrouble({ coverOpen: true });
    },
    cutter: () => {
      mechanism.setJammed(true);
      mechanism.setTrouble({ cutter: true });
    },
    overheated: () => {
      mechanism.setTrouble({ overheated: true });
    },
    hung: () => {
      mechanism.setTrouble({ hanging: true });
      port.hang();
    },
    reset: () => {
      mechanism.powerCycle();
      port.drop();
    },
    power: () => {
      mechanism.powerCycle();
      port.goAway();
    },
    late: () => {
      port.delayAnswers(lateMilliseconds);
    },
    lies: () => {
      mechanism.setTrouble({ lying: true });
    },
  };

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
    strike(fault, when) {
      if (when === undefined || when.afterRows === 0) faults[fault]();
      else mechanism.paper.atRow(when.afterRows, faults[fault]);
    },
    setPaperLow(paperLow) {
      mechanism.setTrouble({ paperLow });
    },
    pressPause: mechanism.pressPause,
    idle: mechanism.idle,
    putRight() {
      mechanism.setJammed(false);
      port.delayAnswers(0);
      mechanism.setTrouble({
        paperOut: false,
        paperLow: false,
        coverOpen: false,
        cutter: false,
        overheated: false,
        hanging: false,
        lying: false,
      });
      port.wake();
    },
    async close() {
      mechanism.powerCycle();
      await port.close();
    },
  };
}
