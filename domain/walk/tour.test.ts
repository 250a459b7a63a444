import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorPlanSchema } from '../floor-plan.ts';
import { createWalkNetwork } from './network.ts';
import { planTour } from './tour.ts';

const plan = floorPlanSchema.parse(
  JSON.parse(readFileSync(new URL('../../build/sample-event/floorplan.geojson', import.meta.url), 'utf8')),
);
const network = createWalkNetwork(plan);
const places = plan.features.filter(
  ({ properties: { kind } }) => kind === 'stand' || kind === 'room' || kind === 'stage',
);
const ids = places.map(({ properties }) => properties.id);
const from = 'kiosk-1';

/** Seconds of a walk in a given order. */
function timeOf(stops: readonly string[]): number {
  return stops.reduce((total, to, index) => {
    const route = network.findRoute({ from: stops[index - 1] ?? from, to });
    return route.ok ? total + route.value.seconds : Infinity;
  }, 0);
}

describe('a tour', () => {
  it('visits every stop once, each route beginning where the last one ended', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ids), { maxLength: 16 }), (stops) => {
        const tour = planTour({ network, from, stops });
        expect(tour.stops.toSorted()).toEqual([...new Set(stops)].toSorted());
        expect(tour.routes.map((route) => route.to)).toEqual(tour.stops);
        expect(tour.routes.map((route) => route.from)).toEqual([from, ...tour.stops].slice(0, tour.stops.length));
        expect(tour.seconds).toBeCloseTo(timeOf(tour.stops), 6);
        expect(tour.unreachable).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('takes no longer than any other order', () => {
    const stops = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        stops.chain((chosen) =>
          fc.tuple(fc.constant(chosen), fc.shuffledSubarray(chosen, { minLength: chosen.length })),
        ),
        ([chosen, other]) => {
          expect(planTour({ network, from, stops: chosen }).seconds).toBeLessThanOrEqual(timeOf(other) + 1e-6);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('goes to every stand of the hall', () => {
    const tour = planTour({ network, from, stops: ids });
    expect(tour.stops).toHaveLength(ids.length);
    expect(tour.seconds).toBeLessThan(timeOf(ids));
  });

  it('names what cannot be reached, and walks to the rest', () => {
    const tour = planTour({ network, from, stops: ['stand-c03', 'nowhere'] });
    expect(tour.stops).toEqual(['stand-c03']);
    expect(tour.unreachable).toEqual(['nowhere']);
  });

  it('is empty without stops', () => {
    expect(planTour({ network, from, stops: [] })).toEqual({
      ...{ stops: [], routes: [], metres: 0, seconds: 0, unreachable: [] },
    });
  });

  it('takes only lifts between floors when it must be step-free', () => {
    const stops = ['workshop-1', 'stand-c03', 'stage'];
    const changes = planTour({ network, from, stops, stepFree: true }).routes.flatMap((route) => route.changes);
    expect(changes.map(({ by }) => by)).toEqual(changes.map(() => 'lift'));
    expect(changes).not.toEqual([]);
  });
});
