import type { WalkNetwork } from './network.ts';
import type { Costs } from './order/costs.ts';
import { orderExactly } from './order/order-exactly.ts';
import { orderNearly } from './order/order-nearly.ts';
import type { Route } from './route.ts';

/** A walk over several places. */
export interface Tour {
  /** Ids of places in the order in which one walks. */
  readonly stops: readonly string[];
  /** One to each stop, from the one before it. */
  readonly routes: readonly Route[];
  readonly metres: number;
  readonly seconds: number;
  /** Ids of places to which no way leads. */
  readonly unreachable: readonly string[];
}

/** Up to so many stops the order is the best there is; beyond, the exact answer takes too long. */
const mostExact = 12;

/**
 * The walk over all of the stops that takes the least time, from a place to wherever it ends.
 * @param task.from id of a place
 * @param task.stops ids of places in any order; one that stands there twice is visited once
 * @param task.stepFree by lifts and ramps only; false when left out
 */
export function planTour(task: {
  readonly network: WalkNetwork;
  readonly from: string;
  readonly stops: readonly string[];
  readonly stepFree?: boolean;
}): Tour {
  const { network, from, stepFree = false } = task;
  const find = (start: string, end: string): Route | null => {
    const route = network.findRoute({ from: start, to: end, stepFree });
    return route.ok ? route.value : null;
  };
  const wanted = [...new Set(task.stops)];
  // Who can be reached from the start can be reached from one another: a way leads back as it leads there.
  const reached = wanted.filter((stop) => find(from, stop) !== null);
  const places = [from, ...reached];
  const costs = measureOnce(places, (start, end) => find(start, end)?.seconds ?? Infinity);
  const order = reached.length <= mostExact ? orderExactly(costs) : orderNearly(costs);
  const stops = order.flatMap((index) => places[index] ?? []);
  const routes = stops.flatMap((stop, index) => find(stops[index - 1] ?? from, stop) ?? []);
  return {
    stops,
    routes,
    metres: routes.reduce((total, { metres }) => total + metres, 0),
    seconds: routes.reduce((total, { seconds }) => total + seconds, 0),
    unreachable: wanted.filter((stop) => !reached.includes(stop)),
  };
}

/** Between all of the places; a way back takes as long as the way there. */
function measureOnce(places: readonly string[], measure: (from: string, to: string) => number): Costs {
  const rows = places.map((to, index) => places.slice(0, index).map((from) => measure(from, to)));
  return places.map((_, one) => places.map((__, other) => rows[Math.max(one, other)]?.[Math.min(one, other)] ?? 0));
}
