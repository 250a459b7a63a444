import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeSchema } from '../../floor-plan.ts';
import { mendShape } from './mend-shape.ts';

const small = [[0, 0], [1, 0], [1, 1], [0, 0]]; // prettier-ignore
const large = [[5, 5], [9, 5], [9, 9], [5, 9], [5, 5]]; // prettier-ignore

describe('mendShape', () => {
  it('closes open rings, drops heights and what is written twice', () => {
    const open = [[0, 0, 7], [4, 0, 7], [4, 0, 7], [4, 4, 7]]; // prettier-ignore
    expect(mendShape({ type: 'Polygon', coordinates: [open] }, 'stand')).toEqual({
      shapes: [{ type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 4], [0, 0]]] }], // prettier-ignore
      mended: ['closed'],
    });
    expect(mendShape({ type: 'Polygon', coordinates: [small] }, 'stand')?.mended).toEqual([]);
  });

  it('takes the largest part of a stand, and every part of a hall', () => {
    const parts = { type: 'MultiPolygon', coordinates: [[small], [large]] };
    expect(mendShape(parts, 'stand')).toEqual({ shapes: [{ type: 'Polygon', coordinates: [large] }], mended: ['largest'] }); // prettier-ignore
    expect(mendShape(parts, 'hall')?.shapes).toHaveLength(2);
    expect(mendShape({ type: 'MultiPolygon', coordinates: [[small]] }, 'stand')?.mended).toEqual([]);
  });

  it('splits a walkway of several lines', () => {
    const lines = { type: 'MultiLineString', coordinates: [[[0, 0], [1, 1]], [[2, 2], [3, 3], [4, 4]]] }; // prettier-ignore
    expect(mendShape(lines, 'walkway')?.shapes.map(({ type }) => type)).toEqual(['LineString', 'LineString']);
    expect(mendShape({ type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] }, 'toilet')?.shapes).toEqual([{ type: 'Point', coordinates: [1, 2] }]); // prettier-ignore
  });

  it.each([
    ['nothing', null],
    ['a collection', { type: 'GeometryCollection', geometries: [] }],
    ['words', { type: 'Point', coordinates: ['1', '2'] }],
    ['one number', { type: 'Point', coordinates: [1] }],
  ])('takes no %s', (_what, geometry) => {
    expect(mendShape(geometry, 'stand')).toBeNull();
  });

  it('makes a polygon that a place can have of every ring of three corners and more, closed or not', () => {
    const coordinate = fc.integer({ min: -1000, max: 1000 });
    const corners = fc.uniqueArray(fc.tuple(coordinate, coordinate), { minLength: 3, selector: ([x, y]) => `${x} ${y}` }); // prettier-ignore
    fc.assert(
      fc.property(corners, fc.boolean(), fc.boolean(), (ring, isClosed, isReversed) => {
        const drawn = [...(isReversed ? ring.toReversed() : ring), ...(isClosed ? [isReversed ? ring.at(-1) : ring[0]] : [])]; // prettier-ignore
        const mended = mendShape({ type: 'Polygon', coordinates: [drawn] }, 'stand');
        expect(mended?.mended).toEqual(isClosed ? [] : ['closed']);
        const place = { type: 'Feature', properties: { id: 'p', kind: 'stand' }, geometry: mended?.shapes[0] };
        expect(placeSchema.safeParse(place).success).toBe(true);
      }),
    );
  });
});
