import fc from 'fast-check';
import { expect, it } from 'vitest';
import { waitAfter } from './lock-out.ts';

it.each([
  [0, 0],
  [4, 0],
  [5, 15],
  [6, 30],
  [9, 240],
  [14, 7680],
  [15, 'locked'],
  [400, 'locked'],
])('after %d wrong PINs: %s', (wrong, wait) => {
  expect(waitAfter(wrong)).toBe(wait);
});

it('never lets anybody try sooner after one more', () => {
  const seconds = (wrong: number) => {
    const wait = waitAfter(wrong);
    return wait === 'locked' ? Infinity : wait;
  };
  fc.assert(
    fc.property(fc.nat(40), (wrong) => {
      expect(seconds(wrong + 1)).toBeGreaterThanOrEqual(seconds(wrong));
    }),
  );
});
