import { UndirectedGraph } from 'graphology';
import { assert } from './assert.ts';
import type { Position } from './floor-plan.ts';
import { measure, nearestOnSegment, tolerance, type Segment } from './geometry.ts';
import { splitSegment, type Access } from './walkways.ts';

export interface WalkwayGraph {
  readonly graph: UndirectedGraph<Record<string, never>, { metres: number }>;
  /** The node at a position; positions within a centimetre are the same node. */
  readonly weld: (position: Position) => string;
  readonly positionOf: (node: string) => Position;
}

/** The pieces of the walkways as a graph, with a node wherever an access leaves them. */
export function buildWalkwayGraph(pieces: readonly Segment[], accesses: readonly Access[]): WalkwayGraph {
  const graph: WalkwayGraph['graph'] = new UndirectedGraph();
  const { weld, positionOf } = createWelder((node) => graph.addNode(node));
  for (const piece of pieces) {
    const stops = accesses
      .map(({ from }) => from)
      .filter((stop) => measure(stop, nearestOnSegment(stop, piece)) <= tolerance);
    for (const [from, to] of splitSegment(piece, stops)) {
      const [start, end] = [weld(from), weld(to)];
      if (start !== end) graph.mergeEdge(start, end, { metres: measure(from, to) });
    }
  }
  return { graph, weld, positionOf };
}

/** Cells as wide as the tolerance: what is to be welded lies in the same cell or in one beside it. */
function createWelder(addNode: (node: string) => void): Pick<WalkwayGraph, 'weld' | 'positionOf'> {
  const positions = new Map<string, Position>();
  const near = [0, -1, 1];
  const weld = (position: Position): string => {
    const [column, row] = [Math.round(position[0] / tolerance), Math.round(position[1] / tolerance)];
    for (const across of near) {
      for (const up of near) {
        const node = `${column + across} ${row + up}`;
        const there = positions.get(node);
        if (there !== undefined && measure(there, position) <= tolerance) return node;
      }
    }
    const node = `${column} ${row}`;
    positions.set(node, position);
    addNode(node);
    return node;
  };
  const positionOf = (node: string): Position => {
    const position = positions.get(node);
    assert(position !== undefined, 'the node was welded');
    return position;
  };
  return { weld, positionOf };
}
