import type { Alternative, QueryTerm } from './alternatives.ts';
import type { InvertedIndex } from './inverted-index.ts';
import type { Lexicon } from './lexicon.ts';
import type { Unit } from './parse-query.ts';
import { denial } from './words-of-text.ts';

/** Of each document. */
export type Scores = Float32Array;

export interface Scored {
  /** Above nothing for every document that has all that was asked for, and nothing that was not wanted. */
  readonly full: Scores;
  /**
   * Above nothing for every document that has some of it, those with all of it among them. Null where no document can have a part only,
   * because one thing was asked for.
   */
  readonly near: Scores | null;
}

/** A word that more documents have than this share of them says nothing alone. */
const commonShare = 0.25;
/** That a word is there at all counts as much as where it is: a body's words are worth less than this, a title's more. */
const presence = 128;

/** Reads the index. Its arrays are made once: a search allocates nothing but its answer. */
export class Scorer {
  private readonly index: InvertedIndex;
  private readonly lexicon: Lexicon;
  private readonly ofTerm: Uint8Array;
  private readonly ofAlternative: Uint8Array;
  private readonly ofUnit: Float32Array;
  private readonly hasRare: Uint8Array;

  constructor(index: InvertedIndex, lexicon: Lexicon) {
    this.index = index;
    this.lexicon = lexicon;
    this.ofTerm = new Uint8Array(index.documentCount);
    this.ofAlternative = new Uint8Array(index.documentCount);
    this.ofUnit = new Float32Array(index.documentCount);
    this.hasRare = new Uint8Array(index.documentCount);
  }

  score(units: readonly Unit[]): Scored {
    const { documentCount } = this.index;
    const scores = new Float32Array(documentCount).fill(1);
    const isOfSeveral = units.filter(({ isDenied }) => !isDenied).length > 1;
    const near = isOfSeveral ? new Float32Array(documentCount) : null;
    const { ofUnit, hasRare } = this;
    hasRare.fill(0);
    for (const { alternatives, isDenied } of units) {
      if (isDenied) {
        for (const alternative of alternatives) this.leaveOut(alternative, scores, near);
        continue;
      }
      ofUnit.fill(0);
      for (const alternative of alternatives) this.addAlternative(alternative, ofUnit);
      let found = 0;
      for (let i = 0; i < documentCount; i += 1) if ((ofUnit[i] ?? 0) > 0) found += 1;
      // A rare word says more than one that is everywhere, but not so much more that the others do not count.
      const rarity = found === 0 ? 0 : 1 + Math.log2(1 + documentCount / found) / 4;
      for (let i = 0; i < documentCount; i += 1) {
        const score = ofUnit[i] ?? 0;
        const before = scores[i] ?? 0;
        scores[i] = score === 0 || before === 0 ? 0 : before + score * rarity;
      }
      if (near && found > 0) this.addNear(near, found);
    }
    if (near) for (let i = 0; i < documentCount; i += 1) if (hasRare[i] === 0) near[i] = 0;
    return { full: scores, near };
  }

  /**
   * Adds the unit at hand. Here its rarity counts in full, because it says which words of the query may be missing.
   * @param found documents that fit the unit
   */
  private addNear(near: Scores, found: number): void {
    const { ofUnit, hasRare } = this;
    const rarity = Math.log2(1 + near.length / found);
    const isRare = found <= near.length * commonShare;
    for (let i = 0; i < near.length; i += 1) {
      const score = ofUnit[i] ?? 0;
      if (score === 0) continue;
      near[i] = (near[i] ?? 0) + (score + presence) * rarity;
      if (isRare) hasRare[i] = 1;
    }
  }

  private addAlternative({ terms, weight, parts }: Alternative, ofUnit: Float32Array): void {
    const { ofTerm, ofAlternative } = this;
    if (parts) {
      this.addParts(parts, weight, ofUnit);
      return;
    }
    const [first, ...others] = terms;
    if (!first) return;
    if (others.length === 0) {
      this.eachPosting(first, (document, impact) => {
        const score = impact * weight;
        if (score > (ofUnit[document] ?? 0)) ofUnit[document] = score;
      });
      return;
    }
    // As good as the weakest of its terms.
    ofAlternative.fill(255);
    for (const term of terms) {
      ofTerm.fill(0);
      this.eachPosting(term, (document, impact) => {
        if (impact > (ofTerm[document] ?? 0)) ofTerm[document] = impact;
      });
      for (let i = 0; i < ofTerm.length; i += 1) {
        const impact = ofTerm[i] ?? 0;
        if (impact < (ofAlternative[i] ?? 0)) ofAlternative[i] = impact;
      }
    }
    for (let i = 0; i < ofAlternative.length; i += 1) {
      const score = (ofAlternative[i] ?? 0) * weight;
      if (score > (ofUnit[i] ?? 0)) ofUnit[i] = score;
    }
  }

  private addParts(parts: readonly (readonly Alternative[])[], weight: number, ofUnit: Float32Array): void {
    const least = new Float32Array(ofUnit.length).fill(Infinity);
    const ofPart = new Float32Array(ofUnit.length);
    for (const part of parts) {
      ofPart.fill(0);
      for (const alternative of part) this.addAlternative(alternative, ofPart);
      for (let i = 0; i < least.length; i += 1) least[i] = Math.min(least[i] ?? 0, ofPart[i] ?? 0);
    }
    for (let i = 0; i < least.length; i += 1) {
      const score = (least[i] ?? 0) * weight;
      if (score > (ofUnit[i] ?? 0)) ofUnit[i] = score;
    }
  }

  /** A document that only denies it ("no nights") stays. */
  private leaveOut({ terms }: Alternative, full: Scores, near: Scores | null): void {
    const { ofTerm, ofAlternative } = this;
    ofAlternative.fill(1);
    for (const { text } of terms) {
      ofTerm.fill(0);
      this.eachPosting({ text, isPrefix: false }, (document) => {
        ofTerm[document] = 1;
      });
      this.eachPosting({ text: denial + text, isPrefix: false }, (document) => {
        ofTerm[document] = 0;
      });
      for (let i = 0; i < ofTerm.length; i += 1) if (ofTerm[i] === 0) ofAlternative[i] = 0;
    }
    for (let i = 0; i < ofAlternative.length; i += 1) {
      if (ofAlternative[i] !== 1) continue;
      full[i] = 0;
      // Whatever else it has.
      if (near) near[i] = -Infinity;
    }
  }

  private eachPosting({ text, isPrefix }: QueryTerm, visit: (document: number, impact: number) => void): void {
    const { offsets, documents, impacts } = this.index;
    const place = isPrefix ? -1 : this.lexicon.placeOf(text);
    if (!isPrefix && place < 0) return;
    const [first, end] = isPrefix ? this.lexicon.rangeOf(text) : [place, place + 1];
    const last = offsets[end] ?? 0;
    for (let at = offsets[first] ?? 0; at < last; at += 1) visit(documents[at] ?? 0, impacts[at] ?? 0);
  }
}
