import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeRanges, encodeRanges, includesCodePoint, rangesOf } from './code-point-set.ts';

const codePoints = fc.uniqueArray(fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 0x10ffff })));

test('a set keeps exactly its code points through encoding', () => {
  fc.assert(
    fc.property(codePoints, fc.integer({ min: 0, max: 0x10ffff }), (members, other) => {
      const ranges = decodeRanges(encodeRanges(rangesOf(members)));
      for (const member of members) expect(includesCodePoint(ranges, member)).toBe(true);
      expect(includesCodePoint(ranges, other)).toBe(members.includes(other));
    }),
  );
});

test('neighbours become one range', () => {
  expect(rangesOf([3, 1, 2, 7])).toEqual([
    [1, 3],
    [7, 7],
  ]);
});
