import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakLines } from './break-lines.ts';

const widthOf = (text: string) => text.length;

test('words stay whole, and the lines are as even as they allow', () => {
  expect(breakLines('Interview rooms', 2, widthOf)).toEqual(['Interview', 'rooms']);
  expect(breakLines('Hong Kong Science and Technology Parks', 3, widthOf)).toEqual([
    'Hong Kong',
    'Science and',
    'Technology Parks',
  ]);
});

test('Han breaks anywhere, with its punctuation kept to it', () => {
  expect(breakLines('安靜休息室', 2, widthOf)).toEqual(['安靜休', '息室']);
  expect(breakLines('珠江器件（香港）', 2, widthOf)).not.toContain('）');
});

test('a text of one word stays on one line', () => {
  expect(breakLines('Toilets', 3, widthOf)).toEqual(['Toilets']);
});

test('no letter is lost, and never are there more lines than allowed', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.integer({ min: 1, max: 4 }), (text, count) => {
      const lines = breakLines(text, count, widthOf);
      expect(lines.length).toBeLessThanOrEqual(count);
      expect(lines.join('').replaceAll(/\s/gu, '')).toBe(text.replaceAll(/\s/gu, ''));
    }),
  );
});
