import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from './floor-plan.ts';
import {
  dropStraight,
  dropStraightOfRing,
  entersInside,
  findCrossing,
  isInside,
  isStrictlyInside,
  measureToEdge,
  overlap,
  toOutline,
} from './geometry.ts';

function box(left: number, bottom: number, right: number, top: number): Position[] {
  return [[left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]]; // prettier-ignore
}

const square = toOutline([box(0, 0, 4, 4)]);
const withHole = toOutline([box(0, 0, 4, 4), box(1, 1, 3, 3)]);

describe('a segment and a polygon', () => {
  it.each([
    ['through it', [-1, 2], [5, 2], true],
    ['into it', [-1, 2], [2, 2], true],
    ['from corner to corner', [0, 0], [4, 4], true],
    ['along an edge', [-1, 0], [5, 0], false],
    ['to its edge', [-1, 2], [0, 2], false],
    ['past a corner', [-1, 1], [1, -1], false],
    ['beside it', [5, 0], [5, 4], false],
  ] as const)('%s', (_what, from, to, enters) => {
    expect(entersInside([[...from], [...to]], square)).toBe(enters);
  });

  it('may pass through a hole', () => {
    expect(entersInside([[1.5, 2], [2.5, 2]], withHole)).toBe(false); // prettier-ignore
    expect(entersInside([[-1, 2], [2, 2]], withHole)).toBe(true); // prettier-ignore
  });
});

describe('two polygons', () => {
  const coordinate = fc.integer({ min: 0, max: 8 });
  const size = fc.integer({ min: 1, max: 4 });
  const boxes = fc
    .tuple(coordinate, coordinate, size, size)
    .map(([left, bottom, width, height]) => ({ left, bottom, right: left + width, top: bottom + height }));

  it('overlap exactly when boxes share ground, in either order', () => {
    fc.assert(
      fc.property(boxes, boxes, (a, b) => {
        const shares = a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
        const [first, second] = [a, b].map(({ left, bottom, right, top }) =>
          toOutline([box(left, bottom, right, top)]),
        );
        expect(overlap(first ?? square, second ?? square)).toBe(shares);
        expect(overlap(second ?? square, first ?? square)).toBe(shares);
      }),
      { numRuns: 1000 },
    );
  });

  it('do not overlap when one stands in the hole of the other', () => {
    expect(overlap(withHole, toOutline([box(1, 1, 3, 3)]))).toBe(false);
    expect(overlap(withHole, toOutline([box(1, 1, 3.5, 3)]))).toBe(true);
  });
});

it('counts an edge as outside', () => {
  expect(isStrictlyInside([0, 2], square.rings)).toBe(false);
  expect(isStrictlyInside([2, 2], square.rings)).toBe(true);
  expect(isStrictlyInside([2, 2], withHole.rings)).toBe(false);
});

it('crosses at the same position from either side', () => {
  const position = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));
  fc.assert(
    fc.property(position, position, position, position, (a, b, c, d) => {
      const [one, other] = [findCrossing([a, b], [c, d]), findCrossing([c, d], [a, b])];
      expect(one === null).toBe(other === null);
      if (one === null || other === null) return;
      expect(one[0]).toBeCloseTo(other[0], 9);
      expect(one[1]).toBeCloseTo(other[1], 9);
    }),
  );
});

it('drops corners that lie straight, but none where a line turns back', () => {
  expect(dropStraight([[0, 0], [1, 0], [2, 0], [2, 2]])).toEqual([[0, 0], [2, 0], [2, 2]]); // prettier-ignore
  expect(dropStraight([[0, 0], [5, 0], [2, 0]])).toEqual([[0, 0], [5, 0], [2, 0]]); // prettier-ignore
  expect(dropStraightOfRing([[2, 0], [4, 0], [4, 4], [0, 4], [0, 0], [2, 0]])).toEqual([[4, 0], [4, 4], [0, 4], [0, 0], [4, 0]]); // prettier-ignore
});

it('is inside a ring but not in its hole, and as far from the nearest edge of both', () => {
  expect([
    isInside([0.5, 2], withHole.rings),
    isInside([2, 2], withHole.rings),
    isInside([5, 2], withHole.rings),
  ]).toEqual([true, false, false]);
  expect(measureToEdge([0.75, 2], withHole.rings)).toBeCloseTo(0.25);
  expect(measureToEdge([7, 2], withHole.rings)).toBeCloseTo(3);
});
