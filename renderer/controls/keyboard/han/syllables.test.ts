import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeSyllables, findCandidates } from './syllables.ts';

const syllables = decodeSyllables('man 文民萬;maan 慢晚;maa 馬媽;can 陳塵;daai 大');

test('a whole syllable comes first, then what it could become', () => {
  expect(findCandidates(syllables, 'man').characters).toEqual(['文', '民', '萬']);
  expect(findCandidates(syllables, 'maa').characters).toEqual(['馬', '媽', '慢', '晚']);
});

test('the beginning of a syllable offers the commonest of each', () => {
  expect(findCandidates(syllables, 'm').characters.slice(0, 3)).toEqual(['文', '慢', '馬']);
});

test('letters that run on mean the first syllable, and the rest waits', () => {
  expect(findCandidates(syllables, 'candaaiman')).toEqual({ length: 3, characters: ['陳', '塵'] });
});

test('letters that mean nothing offer nothing', () => {
  expect(findCandidates(syllables, 'xq').characters).toEqual([]);
  expect(findCandidates(syllables, '').characters).toEqual([]);
});

test('whatever is typed, what is offered never stands for more than was typed', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{0,12}$/), (letters) => {
      const { length, characters } = findCandidates(syllables, letters);
      expect(length).toBeLessThanOrEqual(letters.length);
      expect(new Set(characters).size).toBe(characters.length);
    }),
  );
});
