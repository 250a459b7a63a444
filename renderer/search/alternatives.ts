import type { Lexicon } from './lexicon.ts';
import { readHan } from './readings.ts';
import { hanPairs, splitParts } from './tokens.ts';

/** One way to find what was typed. */
export interface Alternative {
  /** A document must have all of them. */
  readonly terms: readonly QueryTerm[];
  /** Up to 1, for the very word. */
  readonly weight: number;
  /** What to mark in a text, in any letters. */
  readonly marks: readonly string[];
  /** Instead of terms: of each part one of its alternatives. */
  readonly parts?: readonly (readonly Alternative[])[];
}

export interface QueryTerm {
  readonly text: string;
  /** Whatever begins so. */
  readonly isPrefix: boolean;
}

/** Exact before what means the same, before a beginning, before what sounds so, before a slip. */
const weights = {
  exact: 1,
  singular: 0.95,
  parts: 0.9,
  synonym: 0.65,
  apart: 0.5,
  composed: 0.45,
  prefix: 0.7,
  reading: 0.65,
  slips: [0, 0.45, 0.3],
};
const mostNearWords = 8;
const mostReadings = 16;

const whole = (text: string): QueryTerm => ({ text, isPrefix: false });
const begun = (text: string): QueryTerm => ({ text, isPrefix: true });

/** The very words and what means the same: all that a word which is not wanted stands for. */
export function listExact(key: string, word: string, lexicon: Lexicon): Alternative[] {
  const singular = singularOf(word, lexicon);
  return [
    { terms: [whole(word)], weight: weights.exact, marks: [word] },
    ...singular.map((text) => ({ terms: [whole(text)], weight: weights.singular, marks: [text] })),
    ...[key, ...singular].flatMap((each) => listSynonyms(each, lexicon)),
  ];
}

/**
 * For one Latin word as it is typed.
 * @param isLast it may still be going on: before that, one or two letters that are a word are meant as that word
 */
export function listForWord(word: string, lexicon: Lexicon, isLast: boolean): Alternative[] {
  const parts = splitParts(word);
  const isWord = lexicon.placeOf(word) >= 0;
  const [first, end] = lexicon.rangeOf(word);
  const exact = listExact(parts.join(' '), word, lexicon);
  const found = [
    ...exact,
    ...(word.length > 2 || isLast || !isWord ? [{ terms: [begun(word)], weight: weights.prefix, marks: [word] }] : []),
    ...(parts.length > 1 ? [{ terms: parts.map(whole), weight: weights.parts, marks: parts }] : []),
    ...(isWord || word.length < 3 ? [] : listReadings([word], lexicon, first < end ? 2 : 1)),
  ];
  const isKnown = first < end || found.some(({ terms }) => terms.every(({ text }) => lexicon.placeOf(text) >= 0));
  return isKnown ? found : [...found, ...listNear(word, lexicon)];
}

/** For a name of several Latin words, "integrated circuit". */
export function listForPhrase(key: string, words: readonly string[], lexicon: Lexicon): Alternative[] {
  const last = words.length - 1;
  return [
    { terms: [whole(key)], weight: weights.exact, marks: [key, words.join(' '), words.join('-')] },
    {
      terms: words.map((word, index) => (index === last ? begun(word) : whole(word))),
      weight: weights.apart,
      marks: words,
    },
    ...listSynonyms(key, lexicon),
    compose(words.map((word) => listExact(word, word, lexicon))),
  ];
}

/** A name is also the names that it is made of, each in any wording: 設備工程師 is equipment, and engineer. */
function compose(parts: readonly (readonly Alternative[])[]): Alternative {
  return {
    terms: [],
    weight: weights.composed,
    marks: parts.flatMap((part) => part.flatMap(({ marks }) => marks)),
    parts,
  };
}

/** For a word of Han. */
export function listForHan(han: string, written: string, lexicon: Lexicon): Alternative[] {
  const pairs = hanPairs(han);
  const isOne = pairs.length === 1 && pairs[0] === han && Array.from(han).length === 1;
  return [
    { terms: isOne ? [begun(han)] : pairs.map(whole), weight: weights.exact, marks: [han, written] },
    ...listSynonyms(han, lexicon),
    ...splitName(han, lexicon).map((names) => compose(names.map((name) => listNames(name, lexicon)))),
  ];
}

function listNames(han: string, lexicon: Lexicon): Alternative[] {
  return [{ terms: hanPairs(han).map(whole), weight: weights.exact, marks: [han] }, ...listSynonyms(han, lexicon)];
}

/** The ways to make a name of two shorter ones. */
function splitName(han: string, { synonyms }: Lexicon): [string, string][] {
  const characters = Array.from(han);
  return characters.flatMap((_, index): [string, string][] => {
    const [first, second] = [characters.slice(0, index).join(''), characters.slice(index).join('')];
    return synonyms.has(first) && synonyms.has(second) ? [[first, second]] : [];
  });
}

/** For Latin words in a row that are Han by their sound. Empty when they are not. */
export function listReadings(words: readonly string[], lexicon: Lexicon, fewestSyllables: number): Alternative[] {
  return readHan(lexicon.readings, words)
    .filter(({ syllables }) => syllables >= fewestSyllables)
    .slice(0, mostReadings)
    .flatMap(({ han, isWhole }) => [
      {
        terms: Array.from(han).length === 1 ? [begun(han)] : hanPairs(han).map(whole),
        weight: weights.reading,
        marks: [han],
      },
      ...(isWhole
        ? listSynonyms(han, lexicon).map((other) => ({ ...other, weight: weights.reading * other.weight }))
        : []),
    ]);
}

function listSynonyms(key: string, { synonyms }: Lexicon): Alternative[] {
  return synonyms
    .othersOf(key)
    .map(({ terms, written }) => ({ terms: terms.map(whole), weight: weights.synonym, marks: [written] }));
}

function listNear(word: string, lexicon: Lexicon): Alternative[] {
  return lexicon.near
    .find(word)
    .slice(0, mostNearWords)
    .flatMap(({ word: near, slips }) => {
      const weight = weights.slips[slips] ?? 0;
      return [
        { terms: [whole(near)], weight, marks: [near] },
        ...listSynonyms(near, lexicon).map((other) => ({ ...other, weight: weight * other.weight })),
      ];
    });
}

/** Chips, chip; batteries, battery; processes, process. */
function singularOf(word: string, { placeOf, synonyms }: Lexicon): string[] {
  const endings: readonly (readonly [RegExp, string])[] = [
    [/ies$/u, 'y'],
    [/es$/u, ''],
    [/(?<!s)s$/u, ''],
  ];
  if (word.length < 4 || !/^[a-z]+$/u.test(word)) return [];
  return endings
    .flatMap(([ending, instead]) => (ending.test(word) ? [word.replace(ending, instead)] : []))
    .filter((singular) => placeOf(singular) >= 0 || synonyms.has(singular));
}
