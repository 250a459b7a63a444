import { createContext, use } from 'react';
import type { Shortlist, ShortlistEntry } from '../../domain/shortlist.ts';

/** What the visitor keeps, and where they have been. It is a part of the visit and ends with it. */
export interface KeptThings {
  readonly entries: Shortlist;
  readonly has: (entry: ShortlistEntry) => boolean;
  readonly add: (entry: ShortlistEntry) => void;
  readonly remove: (entry: ShortlistEntry) => void;
  /** Ids of places that the visitor says they have been to. */
  readonly visited: ReadonlySet<string>;
  readonly setVisited: (place: string, isVisited: boolean) => void;
  /** Ways without stairs and escalators. */
  readonly isStepFree: boolean;
  readonly setStepFree: (isStepFree: boolean) => void;
}

/** A context of its own: a list of jobs is not drawn anew with every letter that changes the rest of the visit. */
export const ShortlistContext = createContext<KeptThings | null>(null);

export function useShortlist(): KeptThings {
  const kept = use(ShortlistContext);
  if (!kept) throw new Error('useShortlist needs a VisitProvider');
  return kept;
}
