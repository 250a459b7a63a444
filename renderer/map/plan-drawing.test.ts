import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floorPlanSchema, type Place } from '../../domain/floor-plan.ts';
import { feature, plan as smallPlan, square } from '../../domain/pack/small-pack.fixture.ts';
import { createPlanDrawing } from './plan-drawing.ts';

const plan = floorPlanSchema.parse({
  ...smallPlan,
  features: [
    feature('hall', 'hall', {
      type: 'Polygon',
      coordinates: [[[-10, 5], [30, 5], [30, 25], [-10, 25], [-10, 5]]], // prettier-ignore
    }),
    feature('stand', 'stand', square(2, 8), { label: 'A01' }),
    feature('aisle', 'walkway', { type: 'LineString', coordinates: [[0, 7], [20, 7]] }), // prettier-ignore
    feature('kiosk', 'kiosk', { type: 'Point', coordinates: [0, 6] }),
  ],
});
const drawing = createPlanDrawing(plan, 1);
const placeOf = (id: string): Place => {
  const place = plan.features.find(({ properties }) => properties.id === id);
  if (!place) throw new Error(`no ${id}`);
  return place;
};

test('the picture is as large as the hall and its margin', () => {
  expect(drawing).toMatchObject({ width: 42, height: 22 });
});

test('up on the plan is up in the picture, where y grows downwards', () => {
  expect(drawing.point([-10, 25])).toEqual([1, 1]);
  expect(drawing.point([30, 5])).toEqual([41, 21]);
});

test('a way is an open line, a stand a closed one, and a point has no outline', () => {
  expect(drawing.outline(placeOf('aisle'))).toBe('M11 19L31 19');
  expect(drawing.outline(placeOf('stand'))).toBe('M13 18L16 18L16 15L13 15L13 18Z');
  expect(drawing.outline(placeOf('kiosk'))).toBe('');
  expect(drawing.line([])).toBe('');
});

test('whatever lies within the plan lies within the picture, to the centimetre', () => {
  const within = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(within(-10, 30), within(5, 25), (x, y) => {
      const [across, down] = drawing.point([x, y]);
      expect(across).toBeCloseTo(x + 11, 1);
      expect(down).toBeCloseTo(26 - y, 1);
      expect(across).toBeGreaterThanOrEqual(1);
      expect(across).toBeLessThanOrEqual(41);
      expect(down).toBeGreaterThanOrEqual(1);
      expect(down).toBeLessThanOrEqual(21);
    }),
  );
});
