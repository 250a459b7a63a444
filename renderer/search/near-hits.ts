import type { Scores } from './score.ts';

/** Full matches and near ones of a kind are no more than this together. */
export const mostWithNear = 10;

interface Candidates {
  /** Of all documents, above nothing for what fits all that was asked for. */
  readonly full: Scores;
  /** Of all documents, above nothing for what fits some of it. */
  readonly near: Scores;
  /** The documents of one kind, in the order of equals. */
  readonly start: number;
  readonly end: number;
  /** Whether the facets let it through. */
  readonly isAllowed: (document: number) => boolean;
  /** Full matches of this kind. */
  readonly foundCount: number;
}

/** Places within the kind of the best that fit some of what was asked for, and not all of it. Best first. */
export function rankNear({ full, near, start, end, isAllowed, foundCount }: Candidates): Uint32Array {
  const most = mostWithNear - foundCount;
  // A few of many: kept in order as they are met, which sorts nothing that is not shown.
  const best: number[] = [];
  if (most <= 0) return new Uint32Array();
  for (let document = start; document < end; document += 1) {
    const score = near[document] ?? 0;
    if (score <= 0 || (full[document] ?? 0) > 0) continue;
    if (best.length === most && score <= (near[best[most - 1] ?? 0] ?? 0)) continue;
    if (!isAllowed(document)) continue;
    const place = best.findIndex((other) => (near[other] ?? 0) < score);
    best.splice(place < 0 ? best.length : place, 0, document);
    if (best.length > most) best.pop();
  }
  return Uint32Array.from(best, (document) => document - start);
}
