import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countSlips, createNearWords } from './near-words.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 6 });

/** Every text within one slip of a word, by the definition. */
function oneSlip(word: string): Set<string> {
  const made = new Set([word]);
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    made.add(before + after.slice(1));
    if (after.length > 1) made.add(before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2));
    for (const letter of 'abcd') made.add(before + letter + after).add(before + letter + after.slice(1));
  }
  return made;
}

test('one slip is one letter wrong, missing, too many, or two swapped, in the word or in a beginning of it', () => {
  fc.assert(
    fc.property(letters, letters, (typed, word) => {
      const beginnings = Array.from({ length: word.length + 1 }, (_, end) => word.slice(0, end));
      const isNear = beginnings.some((beginning) => oneSlip(beginning).has(typed));
      expect(countSlips(typed, word, 1) <= 1).toBe(isNear);
    }),
  );
});

test('the nearest words are found; short ones, and names with signs, are taken as they are', () => {
  const near = createNearWords(['verification', 'vision', 'rfic', 'c++', '驗證']);
  expect(near.find('verifcation')).toEqual([{ word: 'verification', slips: 1 }]);
  expect(near.find('vreifiaction')).toEqual([{ word: 'verification', slips: 2 }]);
  expect(near.find('visoin').map(({ word }) => word)).toEqual(['vision']);
  expect(near.find('rf')).toEqual([]);
  expect(near.find('c+')).toEqual([]);
  expect(near.find('xylophone')).toEqual([]);
  expect(near.findFarther('vrfictn')).toEqual([]);
  expect(near.findFarther('vrsnoin')).toEqual([]);
});
