import { sortByDate, comparable, kinds, listDocuments, titlesOf, type Kind, type SearchDocument } from './documents.ts';
import type { SearchContent } from './content.ts';
import { createFacetColumns } from './facet-columns.ts';
import { buildInvertedIndex, type InvertedIndex } from './inverted-index.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { rankNear } from './near-hits.ts';
import { parseQuery, type Unit } from './parse-query.ts';
import type { SearchAnswer, SearchQuery } from './query.ts';
import { rankFound } from './rank.ts';
import { readAnswer, type Ids, type PlacedAnswer } from './read-answer.ts';
import { buildReadings, type Readings } from './readings.ts';
import { relax } from './relax.ts';
import { Scorer } from './score.ts';
import { simplify, writtenForms } from '../../domain/text/simplify.ts';
import { createSynonyms } from './synonyms.ts';
import { splitRuns } from './tokens.ts';
import { createPhraseFinder } from './words-of-text.ts';

/** What takes long to make and is kept: the same for the same content. */
export interface BuiltIndex {
  readonly inverted: InvertedIndex;
  readonly readings: Readings;
  /** Of each document, for a name that was typed as it stands. */
  readonly titles: readonly string[];
}

export interface CatalogueIndex {
  readonly ids: Ids;
  find(query: SearchQuery): PlacedAnswer;
  /** As `find`, with hits. */
  search(query: SearchQuery): SearchAnswer;
}

/** An index over jobs, companies, sessions and places in all of their languages. */
export function createCatalogueIndex(content: SearchContent): CatalogueIndex {
  return openIndex(content, buildIndex(content));
}

export function buildIndex(content: SearchContent): BuiltIndex {
  const documents = listDocuments(content);
  const synonyms = createSynonyms(content.synonyms);
  return {
    inverted: buildInvertedIndex(documents, createPhraseFinder(synonyms.phrases)),
    readings: buildReadings([...documents.flatMap(hanOfNames), ...synonyms.hanWritten]),
    titles: documents.map(titlesOf),
  };
}

/** Runs of Han in what a document is called and where it is. */
function hanOfNames({ fields }: SearchDocument): string[] {
  return [...fields.title, ...fields.company, ...fields.detail].flatMap((text) =>
    splitRuns(text).flatMap((run) => (run.isHan ? [run.written] : [])),
  );
}

/** @param built from the same content */
export function openIndex(content: SearchContent, built: BuiltIndex): CatalogueIndex {
  const documents = listDocuments(content);
  const lexicon = createLexicon(built.inverted, createSynonyms(content.synonyms), built.readings);
  const scorer = new Scorer(built.inverted, lexicon);
  const columns = createFacetColumns(sortByDate(content.jobs));
  const starts = startsOf(documents);
  const ids = Object.fromEntries(
    kinds.map((kind) => [kind, documents.filter((document) => document.kind === kind).map(({ id }) => id)]),
  ) as Record<Kind, string[]>;

  const findUnits = (query: SearchQuery, units: readonly Unit[]) => {
    const scored = units.length === 0 ? null : scorer.score(units);
    return { scored, ...columns.narrow((job) => scored === null || (scored.full[job] ?? 0) > 0, query.facets) };
  };
  const count = (query: SearchQuery) => findUnits(query, parseQuery(query.text, lexicon)).jobs.length;
  const find = (query: SearchQuery): PlacedAnswer => {
    const units = parseQuery(query.text, lexicon);
    const { scored, jobs, counts } = findUnits(query, units);
    const isAsked = units.some(({ isDenied }) => !isDenied);
    const typed = comparable(query.text);
    const rank = (kind: Kind): Uint32Array => {
      const { start, end } = starts[kind];
      if (scored === null || !isAsked) return kind === 'jobs' ? Uint32Array.from(jobs) : new Uint32Array();
      const scores = scored.full;
      const found = kind === 'jobs' ? jobs : range(start, end).filter((document) => (scores[document] ?? 0) > 0);
      return rankFound({ found, start, scores, titles: built.titles, typed });
    };
    const found = ofKinds(rank);
    const fitsFacets = columns.fitter(query.facets);
    const near = ofKinds((kind) =>
      scored?.near
        ? rankNear({
            full: scored.full,
            near: scored.near,
            ...starts[kind],
            isAllowed: (document) => kind !== 'jobs' || fitsFacets(document),
            foundCount: found[kind].length,
          })
        : new Uint32Array(),
    );
    return {
      found,
      near,
      matched: listMarks(units, lexicon),
      counts,
      relaxations: jobs.length > 0 || content.jobs.length === 0 ? [] : relax({ query, units, lexicon, count }),
    };
  };
  return {
    ids,
    find,
    search: (query) => readAnswer(find(query), ids),
  };
}

function ofKinds<Value>(make: (kind: Kind) => Value): Readonly<Record<Kind, Value>> {
  return { jobs: make('jobs'), companies: make('companies'), sessions: make('sessions'), places: make('places') };
}

function startsOf(documents: readonly SearchDocument[]): Readonly<Record<Kind, { start: number; end: number }>> {
  let start = 0;
  return Object.fromEntries(
    kinds.map((kind) => {
      const end = start + documents.filter((document) => document.kind === kind).length;
      const part = { start, end };
      start = end;
      return [kind, part];
    }),
  ) as Record<Kind, { start: number; end: number }>;
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}

const mostMarks = 60;

/** In the scripts of the documents, and only what they have. */
function listMarks(units: readonly Unit[], lexicon: Lexicon): string[] {
  const marks = new Set<string>();
  for (const { alternatives, isDenied } of units) {
    if (isDenied) continue;
    for (const { terms, marks: own, parts } of alternatives) {
      if (parts) continue;
      const isThere = terms.every(({ text, isPrefix }) => {
        const [first, end] = isPrefix ? lexicon.rangeOf(text) : [0, lexicon.placeOf(text) + 1];
        return first < end;
      });
      if (!isThere) continue;
      for (const mark of own) {
        for (const form of /\p{Script=Han}/u.test(mark) ? writtenForms(simplify(mark)) : [mark]) marks.add(form);
      }
    }
  }
  return [...marks].slice(0, mostMarks);
}
