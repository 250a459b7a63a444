import { bidirectional } from 'graphology-shortest-path/dijkstra.js';
import type { FloorPlan, Position } from './floor-plan.ts';
import { dropStraight, measure, measurePath, type Segment } from './geometry.ts';
import { err, ok, type Result } from './result.ts';
import { buildWalkwayGraph } from './walkway-graph.ts';
import { findAccesses, layWalkways, type Access } from './walkways.ts';

export { anchorOf, boundsOf } from './place-shape.ts';

export interface Route {
  /** Metres on the plan, from the first place to the second; corners only. */
  readonly positions: Position[];
  /** Length of the way. */
  readonly metres: number;
}

/**
 * The shortest way between two places along the walkways, passing through no stand. At a stand it ends in the middle of a side that faces a
 * walkway.
 * @param from id of a place, such as a kiosk's
 * @param to id of a place
 */
export function findRoute(task: {
  plan: FloorPlan;
  from: string;
  to: string;
}): Result<Route, 'unknown-place' | 'unreachable'> {
  const { plan } = task;
  const [from, to] = [task.from, task.to].map((id) => plan.features.find(({ properties }) => properties.id === id));
  if (from === undefined || to === undefined) return err('unknown-place');
  const walkways = layWalkways(plan);
  const starts = findAccesses(from, walkways);
  const ends = findAccesses(to, walkways);
  if (from === to) return ok({ positions: starts.slice(0, 1).map((access) => access.to), metres: 0 });
  const positions = findShortest(walkways.pieces, starts, ends);
  if (positions === null) return err('unreachable');
  return ok({ positions: dropStraight(positions), metres: measurePath(positions) });
}

/** The ends of the search, which lead to all doors of their places. */
const [source, target] = ['from', 'to'] as const;

function findShortest(
  pieces: readonly Segment[],
  starts: readonly Access[],
  ends: readonly Access[],
): Position[] | null {
  const { graph, weld, positionOf } = buildWalkwayGraph(pieces, [...starts, ...ends]);
  const doors = new Map<string, Position>();
  for (const [end, accesses] of [
    [source, starts],
    [target, ends],
  ] as const) {
    graph.addNode(end);
    for (const [index, { from, to }] of accesses.entries()) {
      const door = `${end} ${index}`;
      doors.set(door, to);
      graph.addNode(door);
      graph.addEdge(end, door, { metres: 0 });
      graph.mergeEdge(door, weld(from), { metres: measure(from, to) });
    }
  }
  const path = bidirectional(graph, source, target, 'metres') as string[] | null;
  return path?.slice(1, -1).map((node) => doors.get(node) ?? positionOf(node)) ?? null;
}
