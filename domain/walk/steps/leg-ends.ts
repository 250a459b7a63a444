import type { Position } from '../../floor-plan.ts';
import { measure } from '../../geometry.ts';
import { headingOf, isTurn, turnBetween, turnOf, type Turn } from './headings.ts';

/** A leg without the way out of the door it begins at, and the way into the one where it ends. */
export interface LegEnds {
  /** Heading of the way out; null when it is part of the line. */
  readonly out: number | null;
  /** Between the two; at least two positions. */
  readonly line: readonly Position[];
  /** On which side of the line's end the way in is; null when one walks straight to it. */
  readonly into: Turn | null;
}

/**
 * The ways out and in are told apart where one turns between them and the line.
 * @param positions of a leg, at least two
 * @param reach how long they may be, in metres; a longer one is walked as part of the line
 */
export function parseEnds(
  positions: readonly Position[],
  reach: { readonly out: number; readonly into: number },
): LegEnds {
  let line = positions;
  let out: number | null = null;
  const [start, foot, next] = line;
  if (start && foot && next && measure(start, foot) <= reach.out && isTurn(turnAt(start, foot, next))) {
    out = headingOf([start, foot]);
    line = line.slice(1);
  }
  const [before, last, end] = line.slice(-3);
  if (before && last && end && measure(last, end) <= reach.into && isTurn(turnAt(before, last, end))) {
    return { out, line: line.slice(0, -1), into: turnOf(turnAt(before, last, end)) };
  }
  return { out, line, into: null };
}

function turnAt(before: Position, corner: Position, after: Position): number {
  return turnBetween(headingOf([before, corner]), headingOf([corner, after]));
}
