import { UndirectedGraph } from 'graphology';
import type { Place, Position } from '../floor-plan.ts';
import { measure, nearestOnSegment, tolerance } from '../geometry.ts';
import { createWelder } from './weld.ts';
import { findAccesses, layWalkways, splitSegment, type Access } from './walkways.ts';

/** The walkways of one floor as a graph, and where its places are entered from them. */
export interface WalkwayGraph {
  /** Junctions, joined by straight pieces. */
  readonly graph: UndirectedGraph<{ position: Position }, { metres: number }>;
  readonly doors: ReadonlyMap<Place, readonly Door[]>;
}

export interface Door {
  /** The node of the graph from which one enters. */
  readonly node: string;
  /** On the edge of the place. */
  readonly at: Position;
  /** From the one to the other. */
  readonly metres: number;
}

/** @param places all of one floor, walkways among them */
export function buildWalkwayGraph(places: readonly Place[]): WalkwayGraph {
  const walkways = layWalkways(places);
  const accesses = new Map(places.map((place) => [place, findAccesses(place, walkways)]));
  const stops = [...accesses.values()].flat().map(({ from }) => from);
  const graph: WalkwayGraph['graph'] = new UndirectedGraph();
  const weld = createWelder((node, position) => graph.addNode(node, { position }));
  for (const piece of walkways.pieces) {
    const cuts = stops.filter((stop) => measure(stop, nearestOnSegment(stop, piece)) <= tolerance);
    for (const [from, to] of splitSegment(piece, cuts)) {
      const [start, end] = [weld(from), weld(to)];
      if (start !== end) graph.mergeEdge(start, end, { metres: measure(from, to) });
    }
  }
  const toDoor = ({ from, to }: Access): Door => ({ node: weld(from), at: to, metres: measure(from, to) });
  return { graph, doors: new Map([...accesses].map(([place, list]) => [place, list.map(toDoor)])) };
}
