import type { Lexicon } from './lexicon.ts';
import type { Unit } from './parse-query.ts';
import { facetNames, noFacets, type Relaxation, type SearchQuery } from './query.ts';

type Candidate = Omit<Relaxation, 'count'>;

interface Task {
  readonly query: SearchQuery;
  readonly units: readonly Unit[];
  readonly lexicon: Lexicon;
  /** Jobs that a query finds. */
  readonly count: (query: SearchQuery) => number;
}

const mostOffered = 4;

/**
 * What to ask instead of a query that finds no job: one thing less, or a word spelt otherwise; where that is not enough, more; at last
 * all jobs. Fewer changes first, and among equals what finds fewer, because it is nearer to what was asked for.
 */
export function relax({ query, units, lexicon, count }: Task): readonly Relaxation[] {
  for (const candidates of [oneStep(query, units, lexicon), severalSteps(query, units), [everything(query, units)]]) {
    const found = candidates.map((candidate) => ({ ...candidate, count: count(candidate.query) }));
    const useful = found.filter((relaxation) => relaxation.count > 0).toSorted((a, b) => a.count - b.count);
    if (useful.length > 0) return useful.slice(0, mostOffered);
  }
  return [];
}

function oneStep(query: SearchQuery, units: readonly Unit[], lexicon: Lexicon): Candidate[] {
  return [
    ...facetNames
      .filter((name) => query.facets[name].length > 0)
      .map((name): Candidate => ({
        query: { ...query, facets: { ...query.facets, [name]: [] } },
        dropped: { kind: 'facet', name },
      })),
    ...spellOtherwise(query, units, lexicon),
    ...(units.length > 1 ? units.map((unit) => keep(query, units, (other) => other !== unit)) : []),
  ];
}

/** Only one of the words, or the words without any facet. */
function severalSteps(query: SearchQuery, units: readonly Unit[]): Candidate[] {
  const wanted = units.filter(({ isDenied }) => !isDenied);
  return [
    ...(wanted.length > 1 ? wanted.map((unit) => keep(query, units, (other) => other === unit)) : []),
    ...(units.length > 0 ? [keep(query, units, () => false)] : []),
  ];
}

function everything(query: SearchQuery, units: readonly Unit[]): Candidate {
  return keep({ ...query, facets: noFacets }, units, () => false);
}

function keep(query: SearchQuery, units: readonly Unit[], isKept: (unit: Unit) => boolean): Candidate {
  return {
    query: { ...query, text: join(units.filter(isKept)) },
    dropped: { kind: 'words', words: units.filter((unit) => !isKept(unit)).map(({ text }) => text) },
  };
}

function join(units: readonly Unit[]): string {
  return units.map(({ text }) => text).join(' ');
}

/** For Latin words that no document has: words that lie farther off than slips which are forgiven without asking. */
function spellOtherwise(query: SearchQuery, units: readonly Unit[], lexicon: Lexicon): Candidate[] {
  return units.flatMap((unit) => {
    const isUnknown = unit.alternatives.every(({ terms }) => terms.every((term) => !isInDocuments(term.text, lexicon)));
    if (!isUnknown || unit.isDenied) return [];
    return lexicon.near.findFarther(unit.text).map((word) => ({
      query: { ...query, text: units.map((other) => (other === unit ? word : other.text)).join(' ') },
      dropped: { kind: 'spelling' as const, word: unit.text, instead: word },
    }));
  });
}

function isInDocuments(term: string, { rangeOf }: Lexicon): boolean {
  const [first, end] = rangeOf(term);
  return first < end;
}
