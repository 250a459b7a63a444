import { assert } from '../../../domain/assert.ts';

export interface Summary {
  readonly n: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly p95: number;
  readonly p99: number;
}

/** @param values at least one, none infinite or NaN */
export function summarise(values: readonly number[]): Summary {
  assert(values.length > 0 && values.every(Number.isFinite), 'there is something to summarise');
  return {
    n: values.length,
    median: quantile(values, 0.5),
    min: quantile(values, 0),
    max: quantile(values, 1),
    p95: quantile(values, 0.95),
    p99: quantile(values, 0.99),
  };
}

/**
 * Between the two nearest values in proportion (Hyndman and Fan's type 7, as in R, NumPy and spreadsheets).
 * @param share from 0, the least, to 1, the greatest
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}
