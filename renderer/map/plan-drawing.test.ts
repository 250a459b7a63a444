import fc from 'fast-check';
import { expect, test } from 'vitest';
import { floorPlanSchema, floorsOf } from '../../domain/floor-plan.ts';
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
const floor = floorsOf(plan)[0].id;
const drawing = createPlanDrawing({ plan, floor });
const outlineOf = (id: string) => drawing.places.find(({ place }) => place.properties.id === id)?.outline;

test('the picture is as large as the hall and its margin', () => {
  expect(drawing).toMatchObject({ width: 42, height: 22 });
});

test('up on the plan is up in the picture, where y grows downwards', () => {
  expect(drawing.point([-10, 25])).toEqual([1, 1]);
  expect(drawing.point([30, 5])).toEqual([41, 21]);
});

test('a way is an open line, a stand a closed one, and a point has no outline', () => {
  expect(outlineOf('aisle')).toBe('M11 19L31 19');
  expect(outlineOf('stand')).toBe('M13 18L16 18L16 15L13 15L13 18Z');
  expect(outlineOf('kiosk')).toBe('');
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

test('what lies ahead of a kiosk that looks to the right is drawn upwards', () => {
  const ahead = createPlanDrawing({ plan, floor, direction: 90 });
  expect(ahead).toMatchObject({ width: 22, height: 42 });
  expect(ahead.point([30, 25])).toEqual([1, 1]);
  expect(ahead.point([-10, 25])).toEqual([1, 41]);
});

test('whichever way it is turned, distances stay', () => {
  const position = fc.tuple(fc.integer({ min: -10, max: 30 }), fc.integer({ min: 5, max: 25 }));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 359 }), position, position, (direction, one, other) => {
      const { point, width, height } = createPlanDrawing({ plan, floor, direction });
      const [[ax, ay], [bx, by]] = [point(one), point(other)];
      expect(Math.hypot(bx - ax, by - ay)).toBeCloseTo(Math.hypot(other[0] - one[0], other[1] - one[1]), 1);
      expect(ax >= 0 && ax <= width && ay >= 0 && ay <= height).toBe(true);
    }),
  );
});

test('each floor is a picture of its own', () => {
  const floors = [
    { id: 'ground', ordinal: 0 },
    { id: 'upper', ordinal: 1 },
  ];
  const features = plan.features.map((place) => ({ ...place, properties: { ...place.properties, floor: 'upper' } }));
  const above = {
    ...plan,
    floors,
    features: [...features, ...[feature('below', 'stand', square(100, 100), { floor: 'ground' })]],
  };
  const drawn = createPlanDrawing({ plan: floorPlanSchema.parse(above), floor: 'upper' });
  expect(drawn.places.map(({ place }) => place.properties.id)).not.toContain('below');
  expect(drawn).toMatchObject({ width: 42, height: 22 });
});
