/** `MB` is a million bytes. */
export type Unit = 'ms' | 'bytes' | 'kB' | 'MB' | 'count';

/** One figure: every value of one run, beside those of its peer, which were taken in turn with them. */
export interface Figure {
  readonly name: string;
  readonly unit: Unit;
  readonly values: readonly number[];
  readonly peer?: { readonly name: string; readonly values: readonly number[] };
  /** What the design asks for, in the figure's unit; compared with the median, or with p95 where `of` says so. */
  readonly goal?: { readonly atMost: number; readonly of: 'median' | 'p95' };
}

export interface Benchmark {
  readonly name: string;
  /** What is measured, from which moment to which, and beside what. */
  readonly about: string;
  /** Rejects only when it cannot measure: a slow figure is a figure. */
  measure(say: (progress: string) => void): Promise<Figure[]>;
}
