import { expect, test } from 'vitest';
import { floorPlanSchema, floorsOf } from '../../domain/floor-plan.ts';
import { feature, plan as smallPlan, square } from '../../domain/pack/small-pack.fixture.ts';
import { findNeighbour, type Direction } from './find-neighbour.ts';
import { createPlanDrawing } from './plan-drawing.ts';

const plan = floorPlanSchema.parse({
  ...smallPlan,
  features: [
    feature('a1', 'stand', square(0, 10)),
    feature('a2', 'stand', square(5, 10)),
    feature('a3', 'stand', square(10, 10)),
    feature('b2', 'stand', square(5, 0)),
  ],
});
const { places } = createPlanDrawing({ plan, floor: floorsOf(plan)[0].id });

function go(from: string, direction: Direction): string | null {
  const start = places.find(({ place }) => place.properties.id === from);
  return start ? (findNeighbour(places, start, direction)?.place.properties.id ?? null) : null;
}

test('an arrow leads to the next place in its direction', () => {
  expect(go('a1', 'right')).toBe('a2');
  expect(go('a3', 'left')).toBe('a2');
  expect(go('a2', 'down')).toBe('b2');
  expect(go('b2', 'up')).toBe('a2');
});

test('where nothing lies in a direction, it leads nowhere', () => {
  expect(go('a1', 'left')).toBeNull();
  expect(go('b2', 'down')).toBeNull();
});
