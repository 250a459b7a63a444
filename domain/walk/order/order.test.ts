import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOfOrder, type Costs } from './costs.ts';
import { orderExactly } from './order-exactly.ts';
import { orderNearly } from './order-nearly.ts';

const coordinate = fc.integer({ min: 0, max: 1000 });

/** Places in a hall whose aisles run along two directions. */
function hallOf({ minLength, maxLength }: { minLength: number; maxLength: number }): fc.Arbitrary<Costs> {
  return fc
    .array(fc.tuple(coordinate, coordinate), { minLength, maxLength })
    .map((places) => places.map(([ax, ay]) => places.map(([bx, by]) => Math.abs(ax - bx) + Math.abs(ay - by))));
}

/** Every order there is. */
function* permute(places: readonly number[]): Generator<number[]> {
  if (places.length === 0) yield [];
  for (const place of places) {
    for (const rest of permute(places.filter((other) => other !== place))) yield [place, ...rest];
  }
}

const placesOf = (costs: Costs) => [...costs.keys()].slice(1);

describe('the exact order', () => {
  it('costs as little as the best of all orders', () => {
    fc.assert(
      fc.property(hallOf({ minLength: 1, maxLength: 8 }), (costs) => {
        const order = orderExactly(costs);
        expect(order.toSorted((a, b) => a - b)).toEqual(placesOf(costs));
        let least = Infinity;
        for (const other of permute(placesOf(costs))) least = Math.min(least, costOfOrder(costs, other));
        expect(costOfOrder(costs, order)).toBeCloseTo(least, 6);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the near order', () => {
  it.each([1, 2, 3, 12, 40])('holds each of %i places once', (count) => {
    fc.assert(
      fc.property(hallOf({ minLength: count + 1, maxLength: count + 1 }), (costs) => {
        expect(orderNearly(costs).toSorted((a, b) => a - b)).toEqual(placesOf(costs));
      }),
      { numRuns: 5 },
    );
  });

  it('is empty where there is nowhere to go', () => {
    expect(orderNearly([[0]])).toEqual([]);
    expect(orderExactly([[0]])).toEqual([]);
  });

  it('costs at most a twentieth more than the exact one of 12 places', () => {
    fc.assert(
      fc.property(hallOf({ minLength: 13, maxLength: 13 }), (costs) => {
        const least = costOfOrder(costs, orderExactly(costs));
        expect(costOfOrder(costs, orderNearly(costs))).toBeLessThanOrEqual(least * 1.05 + 1e-6);
      }),
      { numRuns: 100 },
    );
  });
});
