import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorPlanSchema, type FloorPlan, type Place, type Position } from '../floor-plan.ts';
import { entersInside, measure, toOutline, toSegments } from '../geometry.ts';
import { createWalkNetwork } from './network.ts';

const sample = floorPlanSchema.parse(
  JSON.parse(readFileSync(new URL('../../build/sample-event/floorplan.geojson', import.meta.url), 'utf8')),
);
const ofKind = (kind: string) => sample.features.filter(({ properties }) => properties.kind === kind);
const stands = ofKind('stand').map(({ geometry }) =>
  toOutline(geometry.type === 'Polygon' ? geometry.coordinates : []),
);

function walkway(id: string, ...coordinates: Position[]): Place {
  return { type: 'Feature', properties: { id, kind: 'walkway' }, geometry: { type: 'LineString', coordinates } };
}

function kiosk(id: string, coordinates: Position): Place {
  return { type: 'Feature', properties: { id, kind: 'kiosk' }, geometry: { type: 'Point', coordinates } };
}

function stand(id: string, [left, bottom]: Position, [right, top]: Position): Place {
  const corners: Position[] = [[left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]]; // prettier-ignore
  return {
    type: 'Feature',
    properties: { id, kind: 'stand', label: id },
    geometry: { type: 'Polygon', coordinates: [corners] },
  };
}

function planOf(...features: Place[]): FloorPlan {
  return { type: 'FeatureCollection', coordinateSystem: 'metres', features };
}

const sampleNetwork = createWalkNetwork(sample);

function route(plan: FloorPlan, from: string, to: string) {
  const network = plan === sample ? sampleNetwork : createWalkNetwork(plan);
  const outcome = network.findRoute({ from, to });
  if (!outcome.ok) throw new Error(`${from} to ${to}: ${outcome.reason}`);
  const { legs, metres } = outcome.value;
  return { positions: legs.flatMap(({ positions }) => positions), metres };
}

describe('a walk network', () => {
  it('leads along the aisle to the middle of the side that faces it', () => {
    const plan = planOf(walkway('w', [0, 0], [10, 0]), kiosk('k', [0, -1]), stand('A', [4, 1], [8, 3]));
    expect(route(plan, 'k', 'A')).toEqual({ positions: [[0, -1], [0, 0], [6, 0], [6, 1]], metres: 8 }); // prettier-ignore
  });

  it('joins walkways that cross, that end on one another, and whose ends are drawn a few millimetres apart', () => {
    const plan = planOf(
      walkway('crossed', [0, 0], [10, 0]),
      walkway('crossing', [2, -3], [2, 3]),
      walkway('ending on it', [2.003, 2], [6, 2]),
      walkway('next to its end', [6.004, 2.004], [6, 5]),
      kiosk('k', [0, 0]),
      kiosk('there', [6, 5]),
    );
    expect(route(plan, 'k', 'there').metres).toBeCloseTo(2 + 2 + 4 + 3, 1);
  });

  it('goes round a stand rather than through it, though a walkway is drawn through', () => {
    const plan = planOf(
      walkway('straight', [0, 0], [10, 0]),
      walkway('round', [0, 0], [0, 4], [10, 4], [10, 0]),
      kiosk('k', [0, 0]),
      kiosk('there', [10, 0]),
      stand('A', [4, -1], [6, 1]),
    );
    expect(route(plan, 'k', 'there').metres).toBe(18);
  });

  it('enters a stand with its back to the nearest walkway from where nothing stands between', () => {
    const plan = planOf(
      walkway('front', [0, 0], [10, 0]),
      walkway('back', [0, 0], [-9, 0], [-9, 8], [10, 8]),
      kiosk('k', [0, 0]),
      stand('A', [1, 1], [7, 3]),
      stand('B', [2, 3], [6, 4]),
    );
    expect(route(plan, 'k', 'B').positions.at(-1)).toEqual([4, 4]);
  });

  it('says what it cannot do', () => {
    const plan = planOf(
      walkway('here', [0, 0], [1, 0]),
      walkway('there', [5, 0], [6, 0]),
      kiosk('k', [0, 0]),
      kiosk('far', [6, 0]),
    );
    const { findRoute } = createWalkNetwork(plan);
    expect(findRoute({ from: 'k', to: 'nowhere' })).toEqual({ ok: false, reason: 'unknown-place' });
    expect(findRoute({ from: 'nowhere', to: 'k' })).toEqual({ ok: false, reason: 'unknown-place' });
    expect(findRoute({ from: 'k', to: 'far' })).toEqual({ ok: false, reason: 'unreachable' });
    const bare = createWalkNetwork(planOf(kiosk('k', [0, 0]), kiosk('far', [6, 0])));
    expect(bare.findRoute({ from: 'k', to: 'far' })).toEqual({ ok: false, reason: 'unreachable' });
  });

  it('takes no step from a place to itself', () => {
    expect(route(sample, 'kiosk-1', 'kiosk-1').metres).toBe(0);
  });
});

describe('the sample plan', () => {
  it.each(ofKind('kiosk').map(({ properties }) => properties.id))('is walkable from %s to every stand', (from) => {
    for (const { properties } of ofKind('stand')) {
      const { positions, metres } = route(sample, from, properties.id);
      expect(metres).toBeLessThan(90);
      for (const segment of toSegments(positions)) {
        expect(stands.filter((outline) => entersInside(segment, outline))).toEqual([]);
      }
    }
  });

  const place = fc.constantFrom(...sample.features.filter(({ properties }) => properties.kind !== 'walkway'));

  // Of two ways that take as long, over one lift or another, there and back may choose each its own.
  it('has no way shorter than the straight line, and none that takes longer back than there', () => {
    const secondsOf = (from: string, to: string) => {
      const outcome = sampleNetwork.findRoute({ from, to });
      return outcome.ok ? outcome.value.seconds : NaN;
    };
    fc.assert(
      fc.property(place, place, ({ properties: from }, { properties: to }) => {
        const there = route(sample, from.id, to.id);
        const [start = [0, 0], end = start] = [there.positions[0], there.positions.at(-1)];
        // Between floors an escalator carries its visitor some metres that nobody walks.
        const leastMetres = from.floor === to.floor ? measure(start, end) : 0;
        expect(there.metres).toBeGreaterThanOrEqual(leastMetres - 1e-9);
        expect(secondsOf(to.id, from.id)).toBeCloseTo(secondsOf(from.id, to.id), 6);
      }),
      { numRuns: 1000 },
    );
  });
});

it('finds a way between any two positions of any grid of walkways, never longer than along two sides', () => {
  const coordinate = fc.integer({ min: 0, max: 20 });
  fc.assert(
    fc.property(coordinate, coordinate, coordinate, coordinate, (ax, ay, bx, by) => {
      const plan = planOf(
        ...[ax, bx].map((x, index) => walkway(`up-${index}`, [x, -1], [x, 21])),
        ...[ay, by].map((y, index) => walkway(`across-${index}`, [-1, y], [21, y])),
        kiosk('from', [ax, ay]),
        kiosk('to', [bx, by]),
      );
      expect(route(plan, 'from', 'to').metres).toBeCloseTo(Math.abs(ax - bx) + Math.abs(ay - by), 6);
    }),
  );
});
