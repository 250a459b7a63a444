import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSlope } from './slope.ts';

const line = (slope: number, start: number, count = 20) =>
  Array.from({ length: count }, (_, x) => ({ x, y: start + slope * x }));

test('a straight line has its own slope, and nothing is uncertain about it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 }), (slope, start) => {
      expect(findSlope([line(slope, start)])).toEqual({ slope, low: slope, high: slope, points: 20 });
    }),
  );
});

test('a quarter of the points may be wrong by any amount', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 5, maxLength: 5 }), (errors) => {
      const points = line(3, 0);
      const wrong = points.map((point, at) => (at % 4 === 0 ? { ...point, y: errors[at / 4] ?? 0 } : point));
      const found = findSlope([wrong]);
      expect(found?.low).toBeLessThanOrEqual(3);
      expect(found?.high).toBeGreaterThanOrEqual(3);
    }),
  );
});

test('a page that died begins anew at another height, and that is no growth', () => {
  expect(findSlope([line(0, 40), line(0, 10)])).toMatchObject({ slope: 0, points: 40 });
  expect(findSlope([line(2, 40), line(2, 10), [{ x: 99, y: 0 }]])).toMatchObject({ slope: 2, points: 40 });
});

test('of fewer than two points nothing is said', () => {
  expect(findSlope([])).toBe(null);
  expect(findSlope([[{ x: 1, y: 1 }]])).toBe(null);
});
