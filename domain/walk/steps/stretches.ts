import type { Position } from '../../floor-plan.ts';
import { measure, measurePath } from '../../geometry.ts';
import { headingOfLine, isTurn, turnBetween, turnOf, type Turn } from './headings.ts';

/** From one turn to the next, or to the end. */
export interface Stretch {
  /** As it is walked: with its bends. */
  readonly path: readonly Position[];
  readonly metres: number;
  /** To which side one turns at its end; null at the last. */
  readonly turn: Turn | null;
}

/** Corners that follow one another within so many metres are one: a chamfer is one turn, a jog is none. */
export const oneCorner = 3;

/** Splits a line of at least two positions where a walker turns. */
export function splitAtTurns(line: readonly Position[]): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const { first, last } of groupCorners(line)) {
    const degrees = turnBetween(headingOfLine(line.slice(first - 1)), headingOfLine(line.slice(last)));
    if (!isTurn(degrees)) continue;
    stretches.push(toStretch(line.slice(start, first + 1), turnOf(degrees)));
    start = last;
  }
  return [...stretches, toStretch(line.slice(start), null)];
}

function toStretch(path: readonly Position[], turn: Turn | null): Stretch {
  return { path, metres: measurePath(path), turn };
}

/** Indices of the corners between the ends, in groups. */
function groupCorners(line: readonly Position[]): { first: number; last: number }[] {
  const groups: { first: number; last: number }[] = [];
  for (let index = 1; index < line.length - 1; index += 1) {
    const [before, corner, group] = [line[index - 1], line[index], groups.at(-1)];
    if (group && before && corner && measure(before, corner) < oneCorner) group.last = index;
    else groups.push({ first: index, last: index });
  }
  return groups;
}
