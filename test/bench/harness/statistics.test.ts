import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quantile, summarise } from './statistics.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });

it('summarises an even and an odd number of values', () => {
  expect(summarise([4, 1, 3, 2])).toEqual({
    n: 4,
    median: 2.5,
    min: 1,
    max: 4,
    p95: expect.closeTo(3.85) as number,
    p99: expect.closeTo(3.97) as number,
  });
  expect(summarise([7])).toEqual({ n: 1, median: 7, min: 7, max: 7, p95: 7, p99: 7 });
});

it('agrees with R on a quantile', () => {
  // quantile(c(15, 20, 35, 40, 50), 0.4, type = 7)
  expect(quantile([35, 20, 15, 50, 40], 0.4)).toBeCloseTo(29);
});

it('keeps the order of least, median, p95, p99 and greatest, whatever the order of the values', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const { min, median, p95, p99, max } = summarise(values);
      const inOrder = [min, median, p95, p99, max];
      expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other));
      expect(summarise(values.toReversed())).toEqual(summarise(values));
    }),
  );
});

it('refuses nothing and what is no number', () => {
  expect(() => summarise([])).toThrow();
  expect(() => summarise([1, NaN])).toThrow();
});

it('summarises more values than a function takes arguments', () => {
  expect(summarise(Array.from({ length: 500_000 }, (_, at) => at))).toMatchObject({ n: 500_000, min: 0, max: 499_999 });
});
