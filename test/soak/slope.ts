import { assert } from '../../domain/assert.ts';
import { quantile } from '../bench/harness/statistics.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Slope {
  /** Of y for one of x. */
  readonly slope: number;
  /** From and to: 95 of 100 such runs hold the true slope between them. */
  readonly low: number;
  readonly high: number;
  readonly points: number;
}

/** Of the normal distribution: 95 %, two-sided. */
const z95 = 1.96;

/**
 * Theil and Sen's slope: the median of the slopes between each two points of a group, so that a third of the points may be wrong by any
 * amount. Groups are lives of a process, which begin at heights of their own: no pair reaches over two of them. The interval is Sen's
 * (1968), by Kendall's variance of each group: n (n − 1) (2n + 5) / 18.
 * @param groups each with its points in any order; those of fewer than two are left out
 * @returns null when no group has two points
 */
export function findSlope(groups: readonly (readonly Point[])[]): Slope | null {
  const slopes: number[] = [];
  let variance = 0;
  let points = 0;
  for (const group of groups) {
    const n = group.length;
    if (n < 2) continue;
    points += n;
    variance += (n * (n - 1) * (2 * n + 5)) / 18;
    for (const [place, one] of group.entries()) {
      for (const other of group.slice(place + 1)) {
        if (other.x !== one.x) slopes.push((other.y - one.y) / (other.x - one.x));
      }
    }
  }
  if (slopes.length === 0) return null;
  assert(slopes.every(Number.isFinite), 'every point is a number');
  const reach = (z95 * Math.sqrt(variance)) / slopes.length / 2;
  const at = (share: number) => quantile(slopes, Math.min(Math.max(share, 0), 1));
  return { slope: at(0.5), low: at(0.5 - reach), high: at(0.5 + reach), points };
}
