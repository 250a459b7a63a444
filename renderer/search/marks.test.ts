import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitMarks } from './marks.ts';

const marked = (text: string, matched: readonly string[]) =>
  splitMarks(text, matched).flatMap((part) => (part.isMarked ? [part.text] : []));

test('a word is marked where it begins, whatever its case', () => {
  expect(splitMarks('Analog IC, not analogue', ['analog'])).toEqual([
    { text: 'Analog', isMarked: true },
    { text: ' IC, not ', isMarked: false },
    { text: 'analog', isMarked: true },
    { text: 'ue', isMarked: false },
  ]);
  expect(marked('Basics of an ASIC', ['ic'])).toEqual([]);
});

test('Han is marked anywhere, and signs are taken as they are', () => {
  expect(marked('模擬集成電路設計師', ['集成電路'])).toEqual(['集成電路']);
  expect(marked('工程師IC設計', ['ic'])).toEqual(['IC']);
  expect(marked('C++ and C#, .NET (R&D)', ['c++', 'c#', '.net', 'r&d'])).toEqual(['C++', 'C#', '.NET', 'R&D']);
});

test('accents, width and a combining mark do not matter, and stay in the text', () => {
  expect(marked('Würmfeld, ＦＰＧＡ, Wu\u0308rm', ['wurm', 'fpga'])).toEqual(['Würm', 'ＦＰＧＡ', 'Wu\u0308rm']);
});

test('of two words that begin alike, the longer is marked', () => {
  expect(marked('Verification', ['ver', 'verif'])).toEqual(['Verif']);
});

test('no letter is lost, whatever is looked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'grapheme' })), (text, matched) => {
      expect(
        splitMarks(text, matched)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
