import type { Raster } from '../../../domain/raster.ts';
import type { Piece } from '../paper.ts';
import type { SimulatedFault } from '../printer-bench.ts';
import { openRawPort } from '../raw-port.ts';
import { putRight, strike } from '../strike.ts';
import type { QlCommand } from './grammar.ts';
import { createMechanism } from './mechanism.ts';
import type { Roll } from './status.ts';

/** What a simulated machine is; each as Brother's Raster Command Reference of that model has it. */
export const qlModels = {
  'QL-820NWB': { headDots: 720, modelCode: 0x41, isPlain: false },
  'QL-700': { headDots: 720, modelCode: 0x35, isPlain: true },
  'QL-1110NWB': { headDots: 1_296, modelCode: 0x44, isPlain: false },
} as const;

/** What can be put in; the dots that its head reaches. */
export const qlRolls = {
  '62mm': { widthMillimetres: 62, lengthMillimetres: 0, widthDots: 696 },
  '62x100mm': { widthMillimetres: 62, lengthMillimetres: 100, widthDots: 696 },
  '102mm': { widthMillimetres: 102, lengthMillimetres: 0, widthDots: 1_164 },
} as const;

export interface BrotherQlSimulatorOptions {
  /** QL-820NWB unless told. */
  readonly model?: keyof typeof qlModels;
  /** 62mm unless told. */
  readonly roll?: keyof typeof qlRolls;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** 127.0.0.1 unless told. */
  readonly host?: string;
  /** 0, the default, prints as fast as it can. */
  readonly millisecondsPerRow?: number;
  /** True unless told; false is like the network ports of these models, which print and say nothing. */
  readonly answers?: boolean;
}

export interface BrotherQlSimulator {
  readonly host: string;
  readonly port: number;
  /** What was cut off, without the 3 mm at both ends that no head reaches. */
  readonly pieces: readonly Piece[];
  readonly commands: readonly QlCommand[];
  readonly counts: {
    readonly bytes: number;
    readonly unknown: number;
    /** Lines and pages that are not as long as they have to be. */
    readonly badLines: number;
    readonly pages: number;
    readonly rows: number;
    readonly connections: number;
  };
  readonly paperPastCut: () => Raster;
  readonly atRow: (rows: number, action: () => void) => void;
  readonly strike: (fault: SimulatedFault, when?: { afterRows: number }) => void;
  readonly putRight: () => void;
  setRoll(roll: Roll): void;
  /** Until it has printed what it can print now. */
  readonly idle: () => Promise<void>;
  /** The 32 bytes, as its network agent has them. */
  readonly describe: () => Uint8Array;
  waitForPieces(count: number): Promise<readonly Piece[]>;
  readonly close: () => Promise<void>;
}

/** Left of the roll, in the dots of each head. */
const leftDots = { 720: 12, 1_296: 56 } as const;

/** A label printer of Brother's, on a raw TCP port that stands for its USB cable as well. */
export async function startBrotherQlSimulator(options: BrotherQlSimulatorOptions = {}): Promise<BrotherQlSimulator> {
  const model = qlModels[options.model ?? 'QL-820NWB'];
  const roll = qlRolls[options.roll ?? '62mm'];
  let waiters: { count: number; resolve: (pieces: readonly Piece[]) => void }[] = [];
  const mechanism = createMechanism({
    ...model,
    roll,
    widthDots: roll.widthDots,
    leftDots: leftDots[model.headDots],
    millisecondsPerRow: options.millisecondsPerRow ?? 0,
    answers: options.answers ?? true,
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
    paperPastCut: mechanism.paper.past,
    atRow: mechanism.paper.atRow,
    strike(fault, { afterRows } = { afterRows: 0 }) {
      if (afterRows === 0) strike(fault, machine);
      else
        mechanism.paper.atRow(afterRows, () => {
          strike(fault, machine);
        });
    },
    putRight() {
      putRight(machine);
    },
    setRoll: mechanism.setRoll,
    idle: mechanism.idle,
    describe: mechanism.describe,
    waitForPieces(count) {
      if (pieces.length >= count) return Promise.resolve(pieces);
      return new Promise((resolve) => waiters.push({ count, resolve }));
    },
    async close() {
      mechanism.powerCycle();
      await port.close();
    },
  };
}
