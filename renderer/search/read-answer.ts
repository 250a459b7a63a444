import type { Kind } from './documents.ts';
import type { Hit, SearchAnswer } from './query.ts';

/** Of everything that can be found, in the order of the index. */
export type Ids = Readonly<Record<Kind, readonly string[]>>;

/** An answer by places in the catalogue's lists of ids, which cross to the page faster than hits do. */
export interface PlacedAnswer extends Pick<SearchAnswer, 'counts' | 'relaxations'> {
  readonly found: Readonly<Record<Kind, Uint32Array>>;
  readonly near: Readonly<Record<Kind, Uint32Array>>;
  readonly matched: readonly string[];
}

export function readAnswer(answer: PlacedAnswer, ids: Ids): SearchAnswer {
  const { found, near, matched, counts, relaxations } = answer;
  const hits = (places: PlacedAnswer['found'], kind: Kind): Hit[] =>
    Array.from(places[kind], (place) => ({ id: ids[kind][place] ?? '', matched }));
  const all = (places: PlacedAnswer['found']) => ({
    jobs: hits(places, 'jobs'),
    companies: hits(places, 'companies'),
    sessions: hits(places, 'sessions'),
    places: hits(places, 'places'),
  });
  return { ...all(found), near: all(near), counts, relaxations };
}
