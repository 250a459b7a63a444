import { recordedMilliseconds } from './page-recorder.ts';

export interface Percentiles {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly p999: number;
  readonly worst: number;
}

/** Whole milliseconds and how often each was seen; the last place holds all beyond. */
export interface Histogram {
  readonly counts: readonly number[];
  add(more: readonly number[]): void;
  summarise(): Percentiles;
}

export function createHistogram(): Histogram {
  const counts = new Array<number>(recordedMilliseconds + 1).fill(0);
  return {
    counts,
    add(more) {
      for (const [place, count] of more.entries()) counts[place] = (counts[place] ?? 0) + count;
    },
    summarise() {
      const count = counts.reduce((sum, each) => sum + each, 0);
      const at = (share: number) => {
        let below = 0;
        for (const [place, each] of counts.entries()) {
          below += each;
          if (each > 0 && below >= share * count) return place;
        }
        return 0;
      };
      return { count, p50: at(0.5), p95: at(0.95), p99: at(0.99), p999: at(0.999), worst: at(1) };
    },
  };
}
