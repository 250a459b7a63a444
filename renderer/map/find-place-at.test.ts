import { expect, test } from 'vitest';
import { floorPlanSchema, floorsOf } from '../../domain/floor-plan.ts';
import { feature, plan as smallPlan, square } from '../../domain/pack/small-pack.fixture.ts';
import { findPlaceAt } from './find-place-at.ts';
import { createPlanDrawing } from './plan-drawing.ts';

const notch = [[10, 0], [20, 0], [20, 10], [15, 10], [15, 5], [10, 5], [10, 0]]; // prettier-ignore
const plan = floorPlanSchema.parse({
  ...smallPlan,
  features: [
    feature('hall', 'hall', { type: 'Polygon', coordinates: [[[0, 0], [30, 0], [30, 20], [0, 20], [0, 0]]] }), // prettier-ignore
    feature('one', 'stand', square(2, 2), { label: 'A01' }),
    feature('corner', 'stand', { type: 'Polygon', coordinates: [notch] }, { label: 'A02' }),
    feature('door', 'entrance', { type: 'Point', coordinates: [25, 0] }),
    feature('kiosk', 'kiosk', { type: 'Point', coordinates: [25, 10] }),
  ],
});
const drawing = createPlanDrawing({ plan, floor: floorsOf(plan)[0].id, margin: 0 });
const find = (x: number, y: number, reach = 1) =>
  findPlaceAt(drawing.places, drawing.point([x, y]), reach)?.place.properties.id ?? null;

test('a stand is found where it is touched, and from a little beside it', () => {
  expect(find(3, 3)).toBe('one');
  expect(find(1.5, 3)).toBe('one');
  expect(find(0.5, 3)).toBeNull();
});

test('the notch of a stand is not the stand', () => {
  expect(find(18, 8)).toBe('corner');
  expect(find(11, 8)).toBeNull();
});

test('a sign is found around its point; the kiosk and the hall are nothing to go to', () => {
  expect(find(25.5, 0.5)).toBe('door');
  expect(find(25, 10)).toBeNull();
});
