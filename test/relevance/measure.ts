import type { Kind } from '../../renderer/search/documents.ts';
import type { Engine } from './engines.ts';

/** What somebody who types this would be glad to see, judged by reading the documents. */
export interface JudgedQuery {
  readonly query: string;
  readonly kind: Kind;
  /** Ids, in no order. */
  readonly relevant: readonly string[];
}

export interface Relevance {
  /** Mean over the queries: of the first ten shown, how many of those that ten places have room for. */
  readonly recallAt10: number;
  /** Mean over the queries of one by the place of the first that is relevant; nothing where there is none. */
  readonly meanReciprocalRank: number;
}

export function measureRelevance(engine: Engine, queries: readonly JudgedQuery[]): Relevance {
  const each = queries.map((judged) => judge(engine, judged));
  return {
    recallAt10: mean(each.map(({ recall }) => recall)),
    meanReciprocalRank: mean(each.map(({ reciprocalRank }) => reciprocalRank)),
  };
}

const places = 10;

export function judge(engine: Engine, { query, kind, relevant }: JudgedQuery) {
  const wanted = new Set(relevant);
  const found = engine.find(query, kind);
  const first = found.findIndex((id) => wanted.has(id));
  return {
    recall: found.slice(0, places).filter((id) => wanted.has(id)).length / Math.min(places, wanted.size),
    reciprocalRank: first < 0 ? 0 : 1 / (first + 1),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
