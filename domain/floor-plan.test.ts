import { describe, expect, it } from 'vitest';
import { placeSchema } from './floor-plan.ts';

const ring = [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]; // prettier-ignore
const stand = {
  type: 'Feature',
  properties: { id: 'stand-1', kind: 'stand', label: 'A01' },
  geometry: { type: 'Polygon', coordinates: [ring] },
};

describe('a place on the plan', () => {
  it.each([
    ['a polygon', stand.geometry],
    ['a polygon with a hole', { type: 'Polygon', coordinates: [ring, ring] }],
    ['a point', { type: 'Point', coordinates: [1, 2] }],
    ['a line', { type: 'LineString', coordinates: [[0, 0], [1, 1]] }], // prettier-ignore
  ])('may be %s', (_what, geometry) => {
    expect(placeSchema.safeParse({ ...stand, geometry }).success).toBe(true);
  });

  it.each([
    ['an open ring', { type: 'Polygon', coordinates: [ring.slice(0, 4)] }],
    ['too short a ring', { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [0, 0]]] }], // prettier-ignore
    ['a polygon without a ring', { type: 'Polygon', coordinates: [] }],
    ['a line of one position', { type: 'LineString', coordinates: [[0, 0]] }],
    ['heights', { type: 'Point', coordinates: [1, 2, 3] }],
    ['a circle', { type: 'Circle', coordinates: [1, 2] }],
  ])('may not have %s', (_what, geometry) => {
    expect(placeSchema.safeParse({ ...stand, geometry }).success).toBe(false);
  });

  it.each([360, -1])('may not face %i°', (facing) => {
    const properties = { id: 'k', kind: 'kiosk', facing };
    expect(placeSchema.safeParse({ ...stand, properties }).success).toBe(false);
  });
});
