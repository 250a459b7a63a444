import type { Kind } from './documents.ts';

/** What narrows jobs, beside words. */
export const facetNames = ['function', 'level', 'company', 'contract', 'language', 'place'] as const;
export type FacetName = (typeof facetNames)[number];

/** Several values of one facet: any of them. None: all. */
export type Facets = Readonly<Record<FacetName, readonly string[]>>;

/** Facets narrow jobs only; words are looked for everywhere. */
export interface SearchQuery {
  readonly text: string;
  readonly facets: Facets;
}

export interface Hit {
  readonly id: string;
  /** What was found, in the letters of the documents; `splitMarks` shows it in a text. */
  readonly matched: readonly string[];
}

/** Another query that finds something where the one that was asked found no job. */
export interface Relaxation {
  readonly query: SearchQuery;
  readonly dropped:
    | { readonly kind: 'facet'; readonly name: FacetName }
    | { readonly kind: 'words'; readonly words: readonly string[] }
    /** A word that no document has, and the nearest that some have. */
    | { readonly kind: 'spelling'; readonly word: string; readonly instead: string };
  /** Jobs that `query` finds: always more than none. */
  readonly count: number;
}

export interface SearchAnswer {
  /** Best first; the newest first among equals, and when nothing was typed. */
  readonly jobs: readonly Hit[];
  /** None while nothing is typed, and so for sessions and places. */
  readonly companies: readonly Hit[];
  readonly sessions: readonly Hit[];
  readonly places: readonly Hit[];
  /**
   * What fits some of several words, best first, and is in none of the lists above: only where fewer than ten of its kind fit all of them,
   * and ten together at most. Neither counted nor among `counts`.
   */
  readonly near: Readonly<Record<Kind, readonly Hit[]>>;
  /** Jobs if this value were chosen, the other facets as they are. Values without any job are left out. */
  readonly counts: Readonly<Record<FacetName, Readonly<Record<string, number>>>>;
  /** Only when no job was found, best first. Empty only when the event has no jobs. */
  readonly relaxations: readonly Relaxation[];
}

export const noFacets: Facets = { function: [], level: [], company: [], contract: [], language: [], place: [] };
export const emptyQuery: SearchQuery = { text: '', facets: noFacets };

export function isFiltered({ facets }: SearchQuery): boolean {
  return facetNames.some((name) => facets[name].length > 0);
}
