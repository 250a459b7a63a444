import { fieldNames, type FieldName, type SearchDocument } from './documents.ts';
import { readWords, type PhraseFinder } from './words-of-text.ts';

/**
 * Which documents have a term, and how much it says of each. Terms are sorted, so that all that begin with the same letters lie side by
 * side, and so do their documents: a prefix is one walk through memory. Typed arrays, because they go to IndexedDB and back as they are.
 */
export interface InvertedIndex {
  readonly documentCount: number;
  readonly terms: readonly string[];
  /** The documents of term `i` are `documents[offsets[i]]` up to `documents[offsets[i + 1]]`, without the last. */
  readonly offsets: Uint32Array;
  readonly documents: Uint32Array;
  /** 1 to 255, of each of `documents`. */
  readonly impacts: Uint8Array;
}

/** A word in a title beats any number of the same in a body; within a field, short texts and repeated words say more. */
const impact: Readonly<Record<FieldName, { readonly least: number; readonly span: number }>> = {
  title: { least: 180, span: 75 },
  skill: { least: 140, span: 35 },
  company: { least: 100, span: 30 },
  detail: { least: 75, span: 10 },
  body: { least: 30, span: 60 },
};

export function buildInvertedIndex(documents: readonly SearchDocument[], phrases: PhraseFinder): InvertedIndex {
  const numbers = new Map<string, number>();
  const postings = new PostingList();
  // Of the document at hand, by the term's number.
  const impacts = new Map<number, number>();
  documents.forEach(({ fields }, document) => {
    impacts.clear();
    for (const field of fieldNames) {
      const { least, span } = impact[field];
      for (const text of fields[field]) {
        for (const [term, share] of weigh(readWords(text, phrases), field)) {
          let number = numbers.get(term);
          if (number === undefined) numbers.set(term, (number = numbers.size));
          impacts.set(number, Math.max(impacts.get(number) ?? 0, Math.round(least + span * share)));
        }
      }
    }
    for (const [term, value] of impacts) postings.add(term, document, value);
  });
  return sortByTerm(documents.length, numbers, postings);
}

/** How much of its field's span a term gets, 0 to 1. */
function weigh(words: readonly string[], field: FieldName): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  if (field === 'body') {
    for (const word of words) shares.set(word, (shares.get(word) ?? 0) + 1);
    for (const [word, count] of shares) shares.set(word, count / (count + 2));
  } else {
    const share = 1 / Math.sqrt(Math.max(1, words.length));
    for (const word of words) shares.set(word, share);
  }
  return shares;
}

/** Grows by doubling: an array of JavaScript's own took twice the memory. */
class PostingList {
  count = 0;
  terms = new Uint32Array(1 << 16);
  documents = new Uint32Array(1 << 16);
  impacts = new Uint8Array(1 << 16);

  add(term: number, document: number, impact: number): void {
    if (this.count === this.terms.length) this.grow();
    this.terms[this.count] = term;
    this.documents[this.count] = document;
    this.impacts[this.count] = impact;
    this.count += 1;
  }

  private grow(): void {
    const { terms, documents, impacts } = this;
    this.terms = new Uint32Array(2 * terms.length);
    this.terms.set(terms);
    this.documents = new Uint32Array(2 * documents.length);
    this.documents.set(documents);
    this.impacts = new Uint8Array(2 * impacts.length);
    this.impacts.set(impacts);
  }
}

/** Counts, then places: the documents of a term stay in their order. */
function sortByTerm(documentCount: number, numbers: ReadonlyMap<string, number>, postings: PostingList): InvertedIndex {
  const terms = [...numbers.keys()].sort();
  const placeOf = new Uint32Array(terms.length);
  terms.forEach((term, place) => {
    placeOf[numbers.get(term) ?? 0] = place;
  });
  const { count } = postings;
  const offsets = new Uint32Array(terms.length + 1);
  for (let i = 0; i < count; i += 1) {
    const place = placeOf[postings.terms[i] ?? 0] ?? 0;
    offsets[place + 1] = (offsets[place + 1] ?? 0) + 1;
  }
  for (let i = 0; i < terms.length; i += 1) offsets[i + 1] = (offsets[i + 1] ?? 0) + (offsets[i] ?? 0);
  const next = offsets.slice();
  const documents = new Uint32Array(count);
  const impacts = new Uint8Array(count);
  for (let i = 0; i < count; i += 1) {
    const place = placeOf[postings.terms[i] ?? 0] ?? 0;
    const at = next[place] ?? 0;
    next[place] = at + 1;
    documents[at] = postings.documents[i] ?? 0;
    impacts[at] = postings.impacts[i] ?? 0;
  }
  return { documentCount, terms, offsets, documents, impacts };
}
