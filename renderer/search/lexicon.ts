import type { InvertedIndex } from './inverted-index.ts';
import { createNearWords, type NearWords } from './near-words.ts';
import { firstFrom, type Readings } from './readings.ts';
import type { Synonyms } from './synonyms.ts';

/** What is known of words: which the documents have, which mean the same, and what Han sounds like. */
export interface Lexicon {
  /** Place of a term of the index, or -1. */
  readonly placeOf: (term: string) => number;
  /** Places of the terms that begin so: from the first up to the second, without the second. */
  readonly rangeOf: (prefix: string) => readonly [number, number];
  readonly near: NearWords;
  readonly synonyms: Synonyms;
  readonly readings: Readings;
}

/** Behind every letter that a term can have. */
const beyond = '\uffff';

export function createLexicon(index: InvertedIndex, synonyms: Synonyms, readings: Readings): Lexicon {
  const { terms } = index;
  return {
    placeOf: (term) => {
      const place = firstFrom(terms, term);
      return terms[place] === term ? place : -1;
    },
    rangeOf: (prefix) => [firstFrom(terms, prefix), firstFrom(terms, prefix + beyond)],
    near: createNearWords(terms),
    synonyms,
    readings,
  };
}
