import { brandes } from 'graphology-shortest-path/dijkstra.js';
import { floorOf, type FloorPlan } from '../floor-plan.ts';
import { err, ok, type Result } from '../result.ts';
import { traceRoute } from './trace-route.ts';
import type { Route } from './route.ts';
import { arrivalNode, buildFloorGraphs, joinFloors, setOffNode, type WalkGraph } from './walk-graph.ts';

/** The ways of a plan, cheap to ask. */
export interface WalkNetwork {
  /**
   * The way that takes the least time, passing through no stand. At a stand it ends in the middle of a side that faces a walkway.
   * @param task.from id of a place, such as a kiosk's
   * @param task.to id of a place
   * @param task.stepFree by lifts and ramps only; false when left out
   */
  readonly findRoute: (task: {
    readonly from: string;
    readonly to: string;
    readonly stepFree?: boolean;
  }) => Result<Route, 'unknown-place' | 'unreachable'>;
}

/** Which node comes before each on the shortest way from one place. */
type Predecessors = Readonly<Record<string, readonly string[]>>;

/** Lays the ways of a plan once, and searches once for each place that ways are asked from. */
export function createWalkNetwork(plan: FloorPlan): WalkNetwork {
  const floors = buildFloorGraphs(plan);
  const placeById = new Map(plan.features.map((place) => [place.properties.id, place]));
  const graphs = new Map<boolean, WalkGraph>();
  const searches = new Map<string, Predecessors>();

  const graphFor = (stepFree: boolean) => {
    const graph = graphs.get(stepFree) ?? joinFloors(plan, floors, { stepFree });
    graphs.set(stepFree, graph);
    return graph;
  };
  const search = (from: string, stepFree: boolean) => {
    const key = `${from} ${String(stepFree)}`;
    const found = searches.get(key) ?? brandes(graphFor(stepFree), setOffNode(from), 'seconds')[1];
    searches.set(key, found);
    return found;
  };

  return {
    findRoute({ from, to, stepFree = false }) {
      const [start, end] = [placeById.get(from), placeById.get(to)];
      if (start === undefined || end === undefined) return err('unknown-place');
      const graph = graphFor(stepFree);
      if (from === to) {
        const floor = floorOf(start, plan);
        const door = floors.get(floor)?.doors.get(start)?.[0];
        return ok({
          from,
          to,
          legs: [{ floor, positions: door ? [door.at] : [], metres: 0 }],
          changes: [],
          metres: 0,
          seconds: 0,
        });
      }
      const path = listPath(search(from, stepFree), arrivalNode(to));
      return path === null ? err('unreachable') : ok({ from, to, ...traceRoute(graph, path) });
    },
  };
}

function listPath(before: Predecessors, end: string): string[] | null {
  const path: string[] = [];
  let node: string | undefined = end;
  while (node !== undefined) {
    path.unshift(node);
    node = before[node]?.[0];
  }
  return path.length > 1 ? path : null;
}
