import type { WalkNetwork } from './network.ts';
import type { Route } from './route.ts';

/** A walk over several places. */
export interface Tour {
  /** Ids of places in the order in which one walks. */
  readonly stops: readonly string[];
  /** One to each stop, from the one before it. */
  readonly routes: readonly Route[];
  readonly metres: number;
  readonly seconds: number;
  /** Ids of places that cannot be reached. */
  readonly unreachable: readonly string[];
}

/** The nearest stop that is left, again and again. */
export function planTour(task: {
  readonly network: WalkNetwork;
  readonly from: string;
  readonly stops: readonly string[];
  readonly stepFree?: boolean;
}): Tour {
  const { network, stepFree = false } = task;
  const left = new Set(task.stops);
  const stops: string[] = [];
  const routes: Route[] = [];
  for (;;) {
    const from = stops.at(-1) ?? task.from;
    const ways = [...left].flatMap((to) => {
      const route = network.findRoute({ from, to, stepFree });
      return route.ok ? [{ to, route: route.value }] : [];
    });
    const [next] = ways.toSorted((a, b) => a.route.seconds - b.route.seconds);
    if (next === undefined) break;
    stops.push(next.to);
    routes.push(next.route);
    left.delete(next.to);
  }
  return {
    stops,
    routes,
    metres: routes.reduce((total, { metres }) => total + metres, 0),
    seconds: routes.reduce((total, { seconds }) => total + seconds, 0),
    unreachable: [...left],
  };
}
