import type { Kind } from './documents.ts';
import type { Hit, SearchAnswer } from './query.ts';

/** Of everything that can be found, in the order of the index. */
export type Ids = Readonly<Record<Kind, readonly string[]>>;

/** An answer by places in the catalogue's lists of ids, which cross to the page faster than hits do. */
export interface PlacedAnswer extends Pick<SearchAnswer, 'counts' | 'relaxations'> {
  readonly found: Readonly<Record<Kind, Uint32Array>>;
  readonly matched: readonly string[];
}

export function readAnswer(answer: PlacedAnswer, ids: Ids): SearchAnswer {
  const { found, matched, counts, relaxations } = answer;
  const hits = (kind: Kind): Hit[] => Array.from(found[kind], (place) => ({ id: ids[kind][place] ?? '', matched }));
  return {
    jobs: hits('jobs'),
    companies: hits('companies'),
    sessions: hits('sessions'),
    places: hits('places'),
    counts,
    relaxations,
  };
}
