import fc from 'fast-check';
import { expect, it } from 'vitest';
import { niceTop } from './quarter-chart.tsx';

it('has a scale that holds every bar, with a whole number in its middle', () => {
  fc.assert(
    fc.property(fc.nat(50_000), (highest) => {
      const top = niceTop(highest);
      expect(top).toBeGreaterThanOrEqual(Math.max(highest, 2));
      expect(Number.isInteger(top / 2)).toBe(true);
    }),
  );
});

it.each([
  [0, 2],
  [3, 4],
  [7, 10],
  [60, 100],
  [250, 400],
])('reaches for %d up to %d', (highest, top) => {
  expect(niceTop(highest)).toBe(top);
});
