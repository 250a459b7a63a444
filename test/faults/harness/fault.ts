import type { Random } from './random.ts';

export interface FaultContext {
  /** Of this fault alone. */
  readonly random: Random;
  /** How often it is injected. */
  readonly runs: number;
  /** A few of each, for `npm test`: waits that only prove patience are shorter. */
  readonly isShort: boolean;
  /** Empty; removed afterwards. */
  readonly folder: string;
  /** Of a server that may be used freely; null where there is none. */
  readonly postgres: string | null;
  /** Progress, for whoever waits. */
  readonly say: (progress: string) => void;
}

export interface Outcome {
  /** How often it was injected. */
  readonly runs: number;
  /** Acknowledged to a visitor. */
  readonly promised: number;
  readonly lost: number;
  readonly doubled: number;
  /** Kiosks, hubs and records that did not go on when the fault was over, and everything else that did not hold. */
  readonly stuck: number;
  /** What was seen, in figures; what went wrong, in words. It names no one. */
  readonly note: string;
}

export interface Fault {
  readonly name: string;
  /** What is injected, and what must hold. */
  readonly about: string;
  readonly runs: { readonly usual: number; readonly short: number };
  /** Why this machine cannot inject it; null when it can. */
  readonly cannot?: (context: Pick<FaultContext, 'postgres'>) => string | null;
  inject(context: FaultContext): Promise<Outcome>;
}
