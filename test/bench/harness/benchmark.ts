/** `MB` is a million bytes; `share` is from 0 to 1. */
export type Unit = 'ms' | 's' | 'bytes' | 'kB' | 'MB' | 'count' | 'records/s' | 'frames/s' | 'share';

/** What the design or an issue asks for. */
export type Goal =
  | {
      /** In the figure's unit. */
      readonly atMost: number;
      readonly of: 'median' | 'p95' | 'p99';
    }
  | {
      /** In the figure's unit, where more is better. */
      readonly atLeast: number;
      readonly of: 'median';
    }
  | {
      /** Share of the peer's median that our median reaches; for a figure of which more is better. */
      readonly atLeastOfPeer: number;
    };

/** One figure: every value of one run, beside those of its peer, which were taken in turn with them. */
export interface Figure {
  readonly name: string;
  readonly unit: Unit;
  readonly values: readonly number[];
  readonly peer?: { readonly name: string; readonly values: readonly number[] };
  readonly goal?: Goal;
}

/** Tells how far a measurement is. */
export type Say = (progress: string) => void;

/** Names a part that this machine cannot measure, and why. */
export type Skip = (part: string, reason: string) => void;

export interface Benchmark {
  readonly name: string;
  /** What is measured, from which moment to which, and beside what. */
  readonly about: string;
  /** Rejects only when it cannot measure: a slow figure is a figure. */
  measure(say: Say, skip: Skip): Promise<Figure[]>;
}
