import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largestThat } from './fit-text.ts';

test('the largest size that fits is found, or none', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 200 }),
      fc.nat(200),
      fc.integer({ min: 0, max: 500 }),
      (minimum, more, room) => {
        const maximum = minimum + more;
        const expected = room < minimum ? null : Math.min(room, maximum);
        expect(largestThat((size) => size <= room, { minimum, maximum })).toBe(expected);
      },
    ),
  );
});
