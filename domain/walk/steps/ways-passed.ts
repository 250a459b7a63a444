import type { Position } from '../../floor-plan.ts';
import { measure, nearestOnSegment, tolerance, toSegments, type Segment } from '../../geometry.ts';
import type { Junctions } from '../floor-ways.ts';
import { headingOf, leastTurn, turnBetween, turnOf, type Turn } from './headings.ts';
import { oneCorner, type Stretch } from './stretches.ts';

/** Dead ends up to so many metres are niches, such as the way to a door: nobody counts them as ways. */
const niche = 8;

/** Where ways leave to one side of a stretch before its end, each by the position of its junction, in the order of walking. */
export function listWaysPassed(junctions: Junctions, { path, metres }: Stretch, side: Turn): Position[] {
  const [start] = path;
  const ways: { at: Position; along: number }[] = [];
  for (const { node, at, along, heading } of listNodesAlong(junctions, path)) {
    if (start === undefined || along <= tolerance || along > metres - oneCorner) continue;
    const last = ways.at(-1);
    if (last !== undefined && along - last.along < oneCorner) continue;
    const leaves = listWays(junctions, node).some((way) => {
      const degrees = turnBetween(heading, way.heading);
      const isAside = Math.abs(degrees) >= leastTurn && Math.abs(degrees) <= 180 - leastTurn;
      return isAside && turnOf(degrees) === side && !liesOn(way.to, path);
    });
    if (leaves) ways.push({ at, along });
  }
  return ways.map(({ at }) => at);
}

/** True when the way does not go straight on where a stretch ends. */
export function endsThere(junctions: Junctions, { path }: Stretch): boolean {
  const [before, corner] = path.slice(-2);
  if (before === undefined || corner === undefined) return false;
  const heading = headingOf([before, corner]);
  return !junctions
    .filterNodes((_node, { position }) => measure(position, corner) <= tolerance)
    .some((node) => listWays(junctions, node).some((way) => Math.abs(turnBetween(heading, way.heading)) < leastTurn));
}

interface Way {
  readonly heading: number;
  /** Where its first piece ends. */
  readonly to: Position;
}

/** The ways that lead from a junction, without niches. */
function listWays(junctions: Junctions, node: string): Way[] {
  const from = junctions.getNodeAttribute(node, 'position');
  return junctions.neighbors(node).flatMap((next) => {
    const to = junctions.getNodeAttribute(next, 'position');
    return isNiche(junctions, node, next) ? [] : [{ heading: headingOf([from, to]), to }];
  });
}

function isNiche(junctions: Junctions, from: string, to: string): boolean {
  let [before, node, metres] = [from, to, 0];
  for (;;) {
    metres += measure(junctions.getNodeAttribute(before, 'position'), junctions.getNodeAttribute(node, 'position'));
    if (metres > niche) return false;
    const onward = junctions.neighbors(node).filter((next) => next !== before);
    const [next] = onward;
    if (next === undefined) return true;
    if (onward.length > 1) return false;
    [before, node] = [node, next];
  }
}

function listNodesAlong(junctions: Junctions, path: readonly Position[]) {
  let walked = 0;
  return toSegments(path).flatMap((piece) => {
    const [start] = piece;
    const heading = headingOf(piece);
    const before = walked;
    walked += measure(...piece);
    return junctions
      .filterNodes((_node, { position }) => isOn(position, piece))
      .map((node) => {
        const at = junctions.getNodeAttribute(node, 'position');
        return { node, at, along: before + measure(start, at), heading };
      })
      .toSorted((a, b) => a.along - b.along);
  });
}

function liesOn(position: Position, path: readonly Position[]): boolean {
  return toSegments(path).some((piece) => isOn(position, piece));
}

function isOn(position: Position, piece: Segment): boolean {
  return measure(position, nearestOnSegment(position, piece)) <= tolerance;
}
