import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place, Position } from './floor-plan.ts';
import { isStrictlyInside } from './geometry.ts';
import { anchorOf, boundsOf } from './place-shape.ts';

function place(geometry: Place['geometry']): Place {
  return { type: 'Feature', properties: { id: 'p', kind: 'room' }, geometry };
}

function polygon(...coordinates: Position[][]): Place {
  return place({ type: 'Polygon', coordinates });
}

const square: Position[] = [[0, 0], [4, 0], [4, 4], [0, 4], [0, 0]]; // prettier-ignore

describe('anchorOf', () => {
  it('is the point, the middle of a line, the centre of a polygon', () => {
    expect(anchorOf(place({ type: 'Point', coordinates: [1, 2] }))).toEqual([1, 2]);
    expect(anchorOf(place({ type: 'LineString', coordinates: [[0, 0], [0, 2], [6, 2]] }))).toEqual([2, 2]); // prettier-ignore
    expect(anchorOf(polygon(square))).toEqual([2, 2]);
  });

  it('lies inside though the centre of gravity does not', () => {
    const bracket: Position[] = [[0, 0], [9, 0], [9, 1], [1, 1], [1, 8], [9, 8], [9, 9], [0, 9], [0, 0]]; // prettier-ignore
    const hole: Position[] = [[1, 1], [3, 1], [3, 3], [1, 3], [1, 1]]; // prettier-ignore
    for (const rings of [[bracket], [square, hole]]) {
      expect(isStrictlyInside(anchorOf(polygon(...rings)), rings)).toBe(true);
    }
  });

  it('lies inside every star-shaped outline', () => {
    const radii = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(radii, (lengths) => {
        const corners = lengths.map((length, index): Position => {
          const angle = (index / lengths.length) * 2 * Math.PI;
          return [length * Math.cos(angle), length * Math.sin(angle)];
        });
        const ring = [...corners, ...corners.slice(0, 1)];
        expect(isStrictlyInside(anchorOf(polygon(ring)), [ring])).toBe(true);
      }),
    );
  });
});

it('spans everything that is on the plan', () => {
  const features = [polygon(square), place({ type: 'Point', coordinates: [-1, 9] })];
  expect(boundsOf({ type: 'FeatureCollection', coordinateSystem: 'metres', features })).toEqual({
    left: -1,
    bottom: 0,
    right: 4,
    top: 9,
  });
});
