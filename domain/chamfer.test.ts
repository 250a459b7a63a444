import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chamfer } from './chamfer.ts';
import type { Position } from './floor-plan.ts';
import { measure, measurePath } from './geometry.ts';

it('cuts a right angle into two bends of 45°', () => {
  expect(chamfer([[0, 0], [0, 4], [6, 4]], 1)).toEqual([[0, 0], [0, 3], [1, 4], [6, 4]]); // prettier-ignore
});

it('leaves a straight pair and a single position alone', () => {
  expect(chamfer([[0, 0], [6, 4]], 1)).toEqual([[0, 0], [6, 4]]); // prettier-ignore
  expect(chamfer([[1, 2]], 1)).toEqual([[1, 2]]);
  expect(chamfer([], 1)).toEqual([]);
});

it('makes cuts smaller where corners are near, so that they never cross', () => {
  expect(chamfer([[0, 0], [0, 1], [1, 1], [1, 9]], 2)).toEqual([[0, 0], [0, 0.5], [0.5, 1], [0.5, 1], [1, 1.5], [1, 9]]); // prettier-ignore
});

it('keeps the ends, never lengthens the line, and stays within the cut of it', () => {
  const coordinate = fc.double({ min: -100, max: 100, noNaN: true });
  const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(line, fc.double({ min: 0, max: 20, noNaN: true }), (positions: Position[], metres) => {
      const cut = chamfer(positions, metres);
      expect(cut[0]).toEqual(positions[0]);
      expect(cut.at(-1)).toEqual(positions.at(-1));
      expect(measurePath(cut)).toBeLessThanOrEqual(measurePath(positions) + 1e-6);
      for (const corner of cut)
        expect(Math.min(...positions.map((p) => measure(p, corner)))).toBeLessThanOrEqual(metres + 1e-6);
    }),
  );
});
