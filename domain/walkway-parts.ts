import type { FloorPlan, Place } from './floor-plan.ts';
import { buildWalkwayGraph, type WalkwayGraph } from './walkway-graph.ts';
import { findAccesses, layWalkways } from './walkways.ts';

/** How the walkways of a plan hang together. */
export interface WalkwayParts {
  /** Parts that cannot be reached from one another; 1 when all is well, 0 without walkways. */
  readonly count: number;
  /** The part with the most junctions. */
  readonly main: number;
  /** From which part a place is entered; null when from none. */
  readonly of: (place: Place) => number | null;
}

export function findParts(plan: FloorPlan): WalkwayParts {
  const walkways = layWalkways(plan);
  const accesses = new Map(plan.features.map((place) => [place, findAccesses(place, walkways)]));
  const { graph, weld } = buildWalkwayGraph(walkways.pieces, [...accesses.values()].flat());
  const { partOf, sizes } = flood(graph);
  return {
    count: sizes.length,
    main: sizes.indexOf(Math.max(...sizes)),
    of: (place) => {
      const access = accesses.get(place)?.[0];
      return access === undefined ? null : (partOf.get(weld(access.from)) ?? null);
    },
  };
}

function flood(graph: WalkwayGraph['graph']): { partOf: Map<string, number>; sizes: number[] } {
  const partOf = new Map<string, number>();
  const sizes: number[] = [];
  for (const start of graph.nodes()) {
    if (partOf.has(start)) continue;
    const part = sizes.length;
    const reached = [start];
    partOf.set(start, part);
    for (const node of reached) {
      for (const neighbour of graph.neighbors(node)) {
        if (partOf.has(neighbour)) continue;
        partOf.set(neighbour, part);
        reached.push(neighbour);
      }
    }
    sizes.push(reached.length);
  }
  return { partOf, sizes };
}
