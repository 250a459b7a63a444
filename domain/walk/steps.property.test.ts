import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FloorPlan, Place, Position } from '../floor-plan.ts';
import { measure } from '../geometry.ts';
import { gridPlans, halfAisle, type Aisle, type GridPlan } from './grid-plan.fixture.ts';
import { followSteps } from './literal-walker.fixture.ts';
import { createWalkNetwork } from './network.ts';
import type { Route } from './route.ts';
import { describeRoute } from './steps.ts';

const facings = [
  { degrees: 0, heading: [0, 1] },
  { degrees: 90, heading: [1, 0] },
  { degrees: 180, heading: [0, -1] },
  { degrees: 270, heading: [-1, 0] },
] as const;

/** From a kiosk half-way along an aisle to any stand. */
const tasks = gridPlans
  .filter(({ cells }) => cells.some(({ kind }) => kind === 'stand'))
  .chain((grid) =>
    fc.record({
      grid: fc.constant(grid),
      aisle: fc.constantFrom(...grid.aisles),
      facing: fc.constantFrom(...facings),
      to: fc.constantFrom(...grid.cells.flatMap(({ kind, ids }) => (kind === 'stand' ? ids : []))),
      stepFree: fc.boolean(),
    }),
  );

function middleOf({ ends: [[ax, ay], [bx, by]] }: Aisle): Position {
  return [(ax + bx) / 2, (ay + by) / 2];
}

/** Before the screen, on the aisle or a step beside it. */
function standBefore({ ends: [a, b] }: Aisle, [x, y]: Position, [dx, dy]: readonly [number, number]): Position {
  const looksAlong = a[0] === b[0] ? dx === 0 : dy === 0;
  return looksAlong ? [x - 0.6 * dx, y - 0.6 * dy] : [x, y];
}

/** False for a stand that no aisle passes: one walks over open ground to it. */
function isBesideAisle({ legs }: Route): boolean {
  const positions = legs.at(-1)?.positions ?? [];
  const [before, end] = positions.slice(-2);
  return (
    before !== undefined && end !== undefined && (positions.length === 2 || measure(before, end) < halfAisle + 0.7)
  );
}

function addKiosk(
  { plan }: GridPlan,
  { floor, at, facing }: { floor: string; at: Position; facing: number },
): FloorPlan {
  const kiosk: Place = {
    type: 'Feature',
    properties: { id: 'here', kind: 'kiosk', floor, facing },
    geometry: { type: 'Point', coordinates: at },
  };
  return { ...plan, features: [...plan.features, kiosk] };
}

it('who follows the steps to the letter, turning and counting, ends at the stand', () => {
  let followed = 0;
  fc.assert(
    fc.property(tasks, ({ grid, aisle, facing, to, stepFree }) => {
      const [floor, at] = [aisle.floor, middleOf(aisle)];
      const plan = addKiosk(grid, { floor, at, facing: facing.degrees });
      const found = createWalkNetwork(plan).findRoute({ from: 'here', to, stepFree });
      if (!found.ok || !isBesideAisle(found.value)) return;
      const steps = describeRoute({ plan, route: found.value, facing: facing.degrees });
      const start = { floor, at: standBefore(aisle, at, facing.heading), facing: facing.heading };
      expect(followSteps({ grid, steps, route: found.value, start })).toBe(to);
      followed += 1;
    }),
    { numRuns: 150 },
  );
  expect(followed).toBeGreaterThan(50);
});
