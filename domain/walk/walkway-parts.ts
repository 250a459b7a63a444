import { floorOf, type FloorPlan, type Place } from '../floor-plan.ts';
import { layFloors } from './floor-ways.ts';
import { joinFloors, junctionNode, type WalkGraph } from './walk-graph.ts';

/** How the walkways of a plan hang together, over all floors. */
export interface WalkwayParts {
  /** Parts that cannot be reached from one another; 1 when all is well, 0 without walkways. */
  readonly count: number;
  /** The part with the most junctions. */
  readonly main: number;
  /** From which part a place is entered; null when from none. */
  readonly of: (place: Place) => number | null;
}

export function findParts(plan: FloorPlan): WalkwayParts {
  const floors = layFloors(plan);
  const { partOf, sizes } = flood(joinFloors(plan, floors, { stepFree: false }));
  return {
    count: sizes.length,
    main: sizes.indexOf(Math.max(...sizes)),
    of: (place) => {
      const floor = floorOf(place, plan);
      const door = floors.get(floor)?.doorsOf.get(place)?.[0];
      return door === undefined ? null : (partOf.get(junctionNode(floor, door.ends[0].junction)) ?? null);
    },
  };
}

function flood(graph: WalkGraph): { partOf: Map<string, number>; sizes: number[] } {
  const partOf = new Map<string, number>();
  const sizes: number[] = [];
  for (const start of graph.nodes()) {
    // Nobody starts inside a lift: those are reached from where one enters them.
    if (partOf.has(start) || graph.inDegree(start) === 0) continue;
    const part = sizes.length;
    const reached = [start];
    partOf.set(start, part);
    for (const node of reached) {
      for (const neighbour of graph.outNeighbors(node)) {
        if (partOf.has(neighbour)) continue;
        partOf.set(neighbour, part);
        reached.push(neighbour);
      }
    }
    sizes.push(reached.length);
  }
  return { partOf, sizes };
}
