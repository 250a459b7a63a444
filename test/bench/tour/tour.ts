import type { FloorPlan } from '../../../domain/floor-plan.ts';
import { createWalkNetwork, type WalkNetwork } from '../../../domain/walk/network.ts';
import { costOfOrder, type Costs } from '../../../domain/walk/order/costs.ts';
import { orderExactly } from '../../../domain/walk/order/order-exactly.ts';
import { orderByNearest, orderNearly } from '../../../domain/walk/order/order-nearly.ts';
import { planTour } from '../../../domain/walk/tour.ts';
import type { Benchmark, Figure } from '../harness/benchmark.ts';
import { createDraw } from '../harness/draw.ts';
import { readSampleCatalogue } from '../harness/sample-catalogue.ts';
import { drawHall } from './draw-hall.ts';

const rounds = 40;
/** The first rounds of a hall are the engine's warming up. */
const warmUp = 5;
const lengths = [3, 6, 12, 30];
const mostExact = 12;
/** Beyond it there are too many orders to try them all. */
const mostTried = 6;

interface Hall {
  readonly name: string;
  readonly plan: FloorPlan;
  readonly kiosk: string;
}

interface Measured {
  readonly own: number[];
  readonly nearest: number[];
  readonly ownGap: number[];
  readonly nearestGap: number[];
  readonly nearGap: number[];
}

export const tour: Benchmark = {
  name: 'tour',
  about: `A walk from the kiosk over 3, 6, 12 and 30 stands drawn at random, ${rounds} times, in the sample event's hall and in one of 576
stands. Timed from the list of stands to the routes, with all distances between them, on ways that are laid.
The gap is how much longer the walk takes than the best one: by trying all orders up to ${mostTried} stands, by Held and Karp up to ${mostExact}.
Peer: the nearest stand that is left, again and again, over the same distances.`,
  measure: (say) => {
    const { floorPlan } = readSampleCatalogue();
    if (!floorPlan) throw new Error('the sample event has no floor plan');
    const halls: readonly Hall[] = [
      { name: 'sample hall', plan: floorPlan, kiosk: 'kiosk-1' },
      { name: '576 stands', plan: drawHall(), kiosk: 'kiosk' },
    ];
    const figures = halls.flatMap((hall) => [
      layFigure(hall),
      ...lengths.flatMap((length) => {
        const measured = measureLength(hall, length);
        say(`${hall.name}: ${length} stops`);
        return toFigures(hall, length, measured);
      }),
    ]);
    return Promise.resolve(figures);
  },
};

function layFigure({ name, plan, kiosk }: Hall): Figure {
  const values = Array.from({ length: 5 }, () => {
    const began = performance.now();
    // A plan that is another object is laid anew.
    createWalkNetwork({ ...plan }).findRoute({ from: kiosk, to: kiosk });
    return performance.now() - began;
  });
  return { name: `lay the ways, ${name}`, unit: 'ms', values };
}

function measureLength({ plan, kiosk }: Hall, length: number): Measured {
  const draw = createDraw(length);
  const stands = plan.features.flatMap(({ properties: { id, kind } }) => (kind === 'stand' ? [id] : []));
  const measured: Measured = { own: [], nearest: [], ownGap: [], nearestGap: [], nearGap: [] };
  for (let round = -warmUp; round < rounds; round += 1) {
    const left = [...stands];
    const stops = Array.from({ length }, () => left.splice(Math.floor(draw() * left.length), 1)[0] ?? '');
    const own = time(openNetwork(plan, kiosk), (network) => planTour({ network, from: kiosk, stops }));
    const peer = time(openNetwork(plan, kiosk), (network) => {
      const costs = measureCosts(network, [kiosk, ...stops]);
      return { costs, order: orderByNearest(costs, nearestTo(costs)) };
    });
    if (round < 0) continue;
    const { costs } = peer.value;
    measured.own.push(own.ms);
    measured.nearest.push(peer.ms);
    const least = findLeast(costs);
    if (least === null) continue;
    measured.ownGap.push(own.value.seconds / least - 1);
    measured.nearestGap.push(costOfOrder(costs, peer.value.order) / least - 1);
    measured.nearGap.push(costOfOrder(costs, orderNearly(costs)) / least - 1);
  }
  return measured;
}

/** With the ways laid and joined, as they are when a kiosk has shown its first route, and nothing searched. */
function openNetwork(plan: FloorPlan, kiosk: string): WalkNetwork {
  const network = createWalkNetwork(plan);
  const other = plan.features.find(({ properties: { id, kind } }) => kind === 'stand' && id !== kiosk);
  network.findRoute({ from: other?.properties.id ?? kiosk, to: kiosk });
  return network;
}

function measureCosts(network: WalkNetwork, places: readonly string[]): Costs {
  return places.map((from) =>
    places.map((to) => {
      const route = network.findRoute({ from, to });
      return route.ok ? route.value.seconds : Infinity;
    }),
  );
}

/** Seconds of the best walk there is; null when there are too many stops to know. */
function findLeast(costs: Costs): number | null {
  const count = costs.length - 1;
  if (count > mostExact) return null;
  return count > mostTried ? costOfOrder(costs, orderExactly(costs)) : tryAll(costs, [], 0);
}

function tryAll(costs: Costs, order: readonly number[], last: number): number {
  const left = [...costs.keys()].filter((place) => place !== 0 && !order.includes(place));
  if (left.length === 0) return 0;
  return Math.min(...left.map((place) => (costs[last]?.[place] ?? Infinity) + tryAll(costs, [...order, place], place)));
}

function nearestTo(costs: Costs): number {
  const row = costs[0] ?? [];
  return row.reduce((best, cost, place) => (place > 0 && cost < (row[best] ?? Infinity) ? place : best), 1);
}

function time<Value>(network: WalkNetwork, work: (network: WalkNetwork) => Value): { ms: number; value: Value } {
  const began = performance.now();
  const value = work(network);
  return { ms: performance.now() - began, value };
}

function toFigures({ name }: Hall, length: number, measured: Measured): Figure[] {
  const { own, nearest, ownGap, nearestGap, nearGap } = measured;
  const walk = `${length} stops, ${name}`;
  const timed: Figure = {
    name: `tour over ${walk}`,
    unit: 'ms',
    values: own,
    peer: { name: 'nearest neighbour', values: nearest },
    ...(length === mostExact ? { goal: { atMost: 50, of: 'p95' } } : {}),
  };
  if (ownGap.length === 0) return [timed];
  const peer = { name: 'nearest neighbour', values: nearestGap };
  const gap: Figure = {
    name: `gap to the best, ${walk}`,
    unit: 'share',
    values: ownGap,
    peer,
    goal: { atMost: 0.05, of: 'p95' },
  };
  const near: Figure = { ...gap, name: `gap of the near order, ${walk}`, values: nearGap };
  return length === mostExact ? [timed, gap, near] : [timed, gap];
}
