import type { Position } from '../floor-plan.ts';
import { dropStraight, measurePath } from '../geometry.ts';
import type { FloorChange, Leg, Route } from './route.ts';
import type { WalkGraph } from './walk-graph.ts';

/** The legs and changes along a path of nodes. */
export function traceRoute(graph: WalkGraph, path: readonly string[]): Omit<Route, 'from' | 'to'> {
  const legs: Leg[] = [];
  const changes: FloorChange[] = [];
  let positions: Position[] = [];
  let seconds = 0;
  for (const [index, node] of path.entries()) {
    const { floor, position } = graph.getNodeAttributes(node);
    if (position !== null) positions.push(position);
    const next = path[index + 1];
    const way = next === undefined ? null : graph.getEdgeAttributes(node, next);
    seconds += way?.seconds ?? 0;
    if (way !== null && way.change === undefined) continue;
    legs.push({ floor, positions: dropStraight(positions), metres: measurePath(positions) });
    positions = [];
    if (way?.change) changes.push(way.change);
  }
  return { legs, changes, metres: legs.reduce((total, { metres }) => total + metres, 0), seconds };
}
