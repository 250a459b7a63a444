import type { PlannedStop } from './use-walk.ts';

/** More numbers than that are found neither on a map nor on a slip. */
export const mostStops = 12;

/** What is shown and printed at once of a long walk. */
export interface WalkPart {
  readonly stops: readonly PlannedStop[];
  /** Which part it is, from 0. */
  readonly index: number;
  readonly count: number;
}

/** @param wanted from 0; the last part when there are no longer so many */
export function takePart(planned: readonly PlannedStop[], wanted: number): WalkPart {
  const count = Math.max(1, Math.ceil(planned.length / mostStops));
  const index = Math.min(wanted, count - 1);
  return { stops: sliceOfPart(planned, index), index, count };
}

/** What belongs to one part of a list with an entry for each stop. */
export function sliceOfPart<T>(entries: readonly T[], index: number): readonly T[] {
  return entries.slice(index * mostStops, (index + 1) * mostStops);
}
