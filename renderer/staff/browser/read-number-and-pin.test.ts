import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readNumberAndPin } from './read-number-and-pin.ts';

const complete = { by: 'pin', number: '07', pin: '123456' };

it.each(['07123456', '07 123456', '07-123 456', '０７１２３４５６', '071234569'])('%s is number and PIN', (text) => {
  expect(readNumberAndPin(text)).toEqual({ digits: '07123456', credentials: complete });
});

it.each(['', '0', '0712345', 'abc'])('%s is not complete', (text) => {
  expect(readNumberAndPin(text).credentials).toBeNull();
});

it('whatever is typed, nothing but digits is kept, and eight at most', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(readNumberAndPin(text).digits).toMatch(/^\d{0,8}$/u);
    }),
  );
});
