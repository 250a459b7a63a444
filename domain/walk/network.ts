import { floorOf, type FloorPlan, type Place } from '../floor-plan.ts';
import { err, ok, type Result } from '../result.ts';
import { layFloors } from './floor-ways.ts';
import type { Route } from './route.ts';
import { searchWays, type Spot, type Ways } from './search-ways.ts';
import { traceRoute } from './trace-route.ts';
import { joinFloors } from './walk-graph.ts';

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

/** Lays the ways of a plan once, and searches once for each place that ways are asked from. */
export function createWalkNetwork(plan: FloorPlan): WalkNetwork {
  const floors = layFloors(plan);
  const placeById = new Map(plan.features.map((place) => [place.properties.id, place]));
  const graphFor = remember((stepFree: boolean) => joinFloors(plan, floors, { stepFree }));
  const spotOf = (place: Place): Spot => {
    const floor = floorOf(place, plan);
    return { floor, doors: floors.get(floor)?.doorsOf.get(place) ?? [] };
  };
  const search = remember((stepFree: boolean) =>
    remember((from: Place): Ways => searchWays(graphFor(stepFree), spotOf(from))),
  );
  return {
    findRoute({ from, to, stepFree = false }) {
      const [start, end] = [placeById.get(from), placeById.get(to)];
      if (start === undefined || end === undefined) return err('unknown-place');
      if (start === end) {
        const { floor, doors } = spotOf(start);
        const positions = doors.slice(0, 1).map(({ at }) => at);
        return ok({ from, to, legs: [{ floor, positions, metres: 0 }], changes: [], metres: 0, seconds: 0 });
      }
      const route = traceRoute(graphFor(stepFree), search(stepFree)(start), spotOf(end));
      return route === null ? err('unreachable') : ok({ from, to, ...route });
    },
  };
}

/** Asks once for each key. */
function remember<Key, Value>(ask: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? ask(key);
    known.set(key, value);
    return value;
  };
}
