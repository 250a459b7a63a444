import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { bytesWithin, sideOf } from './qr-capacity.ts';

test.each(Array.from({ length: 20 }, (_, index) => index + 1))(
  'version %i holds what it must and not a byte more',
  (version) => {
    const bytes = bytesWithin(sideOf(version));
    const make = (count: number) => encode('é'.repeat(count >> 1) + 'a'.repeat(count & 1), { ecc: 'M', border: 0 });
    expect(make(bytes)).toMatchObject({ version, size: sideOf(version) });
    expect(make(bytes + 1).version).toBe(version + 1);
  },
);

test('room for no code holds nothing, and a whole wall no more than version 20', () => {
  expect(bytesWithin(20)).toBe(0);
  expect(bytesWithin(1000)).toBe(bytesWithin(97));
});
