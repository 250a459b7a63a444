import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandom } from '../faults/harness/random.ts';
import { drawPlan, visitKinds } from './plan.ts';
import { faultNames } from './trouble.ts';

const draw = (visitors: number, seed = '1') => drawPlan({ visitors, random: createRandom(seed), faults: faultNames });

test('a seed draws the same again, and another seed does not', () => {
  expect(draw(200)).toEqual(draw(200));
  expect(draw(200, '2')).not.toEqual(draw(200));
});

test('every kind of visit comes, every fault comes, and no ticket comes twice', () => {
  const { visits, faults } = draw(2000);
  expect(visits).toHaveLength(2000);
  expect(new Set(visits.map(({ kind }) => kind))).toEqual(new Set(visitKinds));
  expect(new Set(faults.map(({ name }) => name))).toEqual(new Set(faultNames));
  const tickets = visits.map(({ ticket }) => ticket).filter((ticket) => ticket !== '');
  expect(new Set(tickets).size).toBe(tickets.length);
  expect(new Set(visits.map(({ visitor }) => visitor.language)).size).toBe(3);
});

test('one fault at a time, and somebody is served between two', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.string(), (visitors, seed) => {
      const { faults, visits } = draw(visitors, seed);
      expect(visits).toHaveLength(visitors);
      for (const [place, { at, lasts }] of faults.entries()) {
        expect(lasts).toBeGreaterThanOrEqual(1);
        expect(at + lasts).toBeLessThanOrEqual(faults[place + 1]?.at ?? visitors);
      }
    }),
    { numRuns: 30 },
  );
});
