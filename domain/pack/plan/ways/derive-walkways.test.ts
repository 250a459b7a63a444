import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place, Position } from '../../../floor-plan.ts';
import { entersInside, isInside, measureToEdge, toOutline, toSegments } from '../../../geometry.ts';
import { createWalkNetwork } from '../../../walk/network.ts';
import { deriveWalkways } from './derive-walkways.ts';
import { box, hallWithStands } from './stand-layout.fixture.ts';

function derive(places: readonly Place[], more: Partial<Parameters<typeof deriveWalkways>[0]> = {}): Position[][] {
  return deriveWalkways({ places, areas: [], walls: [], doors: [], ...more });
}

function toWalkway(coordinates: Position[], index: number): Place {
  return {
    type: 'Feature',
    properties: { id: `way-${index}`, kind: 'walkway' },
    geometry: { type: 'LineString', coordinates },
  };
}

const ringsOf = (place: Place) => (place.geometry.type === 'Polygon' ? place.geometry.coordinates : []);
const hall = box({ id: 'hall', kind: 'hall' }, [0, 0], [30, 20]);

describe('derived walkways', () => {
  it('run in the middle of the aisles', () => {
    const stands = [
      box({ id: 'a', kind: 'stand' }, [4, 4], [26, 8]),
      box({ id: 'b', kind: 'stand' }, [4, 12], [26, 16]),
    ];
    const lines = derive([hall, ...stands]);
    const between = lines.flat().filter(([x, y]) => x > 6 && x < 24 && y > 8 && y < 12);
    const heights = lines
      .flatMap(toSegments)
      .filter(([[ax, ay], [bx, by]]) => Math.abs(ay - 10) < 0.6 && Math.abs(by - 10) < 0.6 && Math.abs(ax - bx) > 10);
    expect(heights).toHaveLength(1);
    expect(between.every(([, y]) => Math.abs(y - 10) < 0.6)).toBe(true);
  });

  it('go round a hole in the hall, and not between stands that stand close', () => {
    const pillar: Position[] = [[13, 8], [17, 8], [17, 12], [13, 12], [13, 8]]; // prettier-ignore
    const holed: Place = { ...hall, geometry: { type: 'Polygon', coordinates: [...ringsOf(hall), pillar] } };
    const lines = derive([holed, box({ id: 'a', kind: 'stand' }, [4, 2], [8, 18]), box({ id: 'b', kind: 'stand' }, [8.5, 2], [12, 18])]); // prettier-ignore
    expect(lines.length).toBeGreaterThan(0);
    const segments = lines.flatMap(toSegments);
    expect(segments.some((segment) => entersInside(segment, toOutline([pillar])))).toBe(false);
    expect(segments.some(([[ax, ay], [bx, by]]) => isInside([(ax + bx) / 2, (ay + by) / 2], [[[8, 3], [8.5, 3], [8.5, 17], [8, 17], [8, 3]]]))).toBe(false); // prettier-ignore
  });

  it('join areas that touch, and only at the door where there is one', () => {
    const [west, east] = [box({ id: 'w', kind: 'hall' }, [0, 0], [10, 8]), box({ id: 'e', kind: 'hall' }, [10, 0], [20, 8])]; // prettier-ignore
    const areas = [ringsOf(west), ringsOf(east)];
    const through = (lines: Position[][]) =>
      lines.flatMap(toSegments).filter(([[ax], [bx]]) => ax < 10 !== bx < 10 || ax === 10 || bx === 10);
    expect(through(derive([], { areas })).length).toBeGreaterThan(0);
    const doors = [[[10, 6], [10, 7.2]] as const] as [[Position, Position]]; // prettier-ignore
    const lines = derive([], { areas, doors });
    const crossings = through(lines).map(([[ax, ay], [bx, by]]) => ay + ((10 - ax) / (bx - ax || 1)) * (by - ay));
    expect(crossings.length).toBeGreaterThan(0);
    for (const y of crossings) expect(Math.abs(y - 6.6)).toBeLessThan(0.7);
  });

  it('end at the doors of rooms, through no wall', () => {
    const room = box({ id: 'room', kind: 'room' }, [0, 8], [10, 14]);
    const areas = [ringsOf(box({ id: 'w', kind: 'hall' }, [0, 0], [30, 8]))];
    const lines = derive([room], { areas, doors: [[[6, 8], [7, 8]]] }); // prettier-ignore
    expect(lines.flatMap((line) => [line[0], line.at(-1)])).toContainEqual([6.5, 8]);
  });

  it('are none where nothing tells what can be walked on', () => {
    expect(derive([box({ id: 'a', kind: 'stand' }, [0, 0], [3, 3])])).toEqual([]);
  });
});

describe('in any hall', () => {
  it('no walkway enters a stand or leaves the hall', () => {
    fc.assert(
      fc.property(hallWithStands, ({ hall: outline, stands }) => {
        const outlines = stands.map((stand) => toOutline(ringsOf(stand)));
        for (const segment of derive([outline, ...stands]).flatMap(toSegments)) {
          for (const end of segment) expect(isInside(end, ringsOf(outline))).toBe(true);
          expect(outlines.some((stand) => entersInside(segment, stand))).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('every stand with an aisle beside it can be walked to from every other', () => {
    fc.assert(
      fc.property(hallWithStands, ({ hall: outline, stands }) => {
        const walkways = derive([outline, ...stands]).map(toWalkway);
        const network = createWalkNetwork({
          type: 'FeatureCollection',
          coordinateSystem: 'metres',
          features: [outline, ...stands, ...walkways],
        });
        const [first] = stands;
        for (const { properties } of stands) {
          expect(network.findRoute({ from: first?.properties.id ?? '', to: properties.id }).ok).toBe(true);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('walkways keep away from stands by a good part of the room there is', () => {
    fc.assert(
      fc.property(hallWithStands, ({ hall: outline, stands }) => {
        for (const end of derive([outline, ...stands]).flat()) {
          for (const stand of stands) expect(measureToEdge(end, ringsOf(stand))).toBeGreaterThan(0.2);
        }
      }),
      { numRuns: 30 },
    );
  });
});
