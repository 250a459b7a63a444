import { describe, expect, it } from 'vitest';
import { describeProblem } from '../problem.ts';
import { feature, square, toBytes } from '../small-pack.fixture.ts';
import { checkPlan } from './check-plan.ts';
import { findOverlaps } from './find-overlaps.ts';
import { readPlan, toFloorPlan } from './read-plan.ts';

const floors = [{ id: 'g', ordinal: 0 }, { id: 'u', ordinal: 1 }]; // prettier-ignore
const aisle = (id: string, more: object, y = 0) =>
  feature(id, 'walkway', { type: 'LineString', coordinates: [[0, y], [30, y]] }, more); // prettier-ignore

function warn(features: readonly object[], more: object = {}): string[] {
  const file = { type: 'FeatureCollection', coordinateSystem: 'metres', ...more, features };
  const { list } = readPlan([{ file: 'p.geojson', bytes: toBytes(file) }]);
  return checkPlan(list).map(describeProblem);
}

const both = [aisle('w-g', { floor: 'g' }), aisle('w-u', { floor: 'u' })];
const lift = (id: string, more: object) => feature(id, 'lift', square(20, 1), more);
const lifts = [lift('l-g', { floor: 'g', shaft: 'l' }), lift('l-u', { floor: 'u', shaft: 'l' })];

describe('a plan of several floors', () => {
  it('in order has no warning, though stands of two floors lie above one another', () => {
    const stands = ['g', 'u'].map((floor) => feature(`s-${floor}`, 'stand', square(2, 1), { label: floor, floor }));
    expect(warn([...both, ...lifts, ...stands], { floors })).toEqual([]);
  });

  it('warns of a floor that is not there, and says which was meant', () => {
    expect(warn([...both, ...lifts, feature('t', 'toilet', square(2, 1), { floor: 'G1' })], { floors })).toEqual([
      expect.stringMatching(/^p\.geojson, item 5, line \d+, properties\.floor: "G1" is not a floor of the plan, /u),
    ]);
  });

  it('warns of a place without a floor', () => {
    expect(warn([...both, ...lifts, feature('t', 'toilet', square(2, 1))], { floors })).toEqual([
      expect.stringContaining('No floor is named; the place is taken to be on "g". Write g or u.'),
    ]);
  });

  it('warns of a shaft on one floor only, and of a floor that nothing leads to', () => {
    expect(warn([...both, lift('l-g', { floor: 'g', shaft: 'l' })], { floors })).toEqual([
      expect.stringContaining('Shaft "l" is on one floor only, so that nobody gets to another by it.'),
      expect.stringContaining('No lift, escalator or stairs lead to floor "u" from the lowest one.'),
    ]);
  });

  it('warns of a stand cut off on its own floor only', () => {
    const cutOff = feature('s', 'stand', square(40, 30), { label: 'S', floor: 'u' });
    const around = [square(37, 30), square(43, 30), square(40, 27), square(40, 33)].map((geometry, index) =>
      feature(`n-${index}`, 'stand', geometry, { floor: 'u', label: `N${index}` }),
    );
    expect(warn([...both, ...lifts, cutOff, ...around], { floors })).toContainEqual(
      expect.stringMatching(/item 5, line \d+, geometry: Stand S cannot be walked to\./u),
    );
  });
});

it('refuses two places with one id, and warns of a kiosk that does not tell where its visitor looks', () => {
  const kiosk = feature('k', 'kiosk', { type: 'Point', coordinates: [0, 0] });
  expect(warn([aisle('w', {}), aisle('w', {}, 0), kiosk])).toEqual([
    expect.stringMatching(/^p\.geojson, item 2, line \d+, properties\.id: "w" stands already in item 1\./u),
    expect.stringMatching(/^p\.geojson, item 3, line \d+, properties: Kiosk k does not tell where its visitor looks/u),
  ]);
});

it('says what to draw where stands have no way to them and no hall', () => {
  expect(warn([feature('s', 'stand', square(2, 1), { label: 'S' })])).toEqual([
    expect.stringContaining('There are no walkways, and no outline of a hall in which they could be found.'),
  ]);
});

it('finds every overlap among 2,000 stands in well under a second', () => {
  const stands = Array.from({ length: 2000 }, (_, index) =>
    feature(`s-${index}`, 'stand', square((index % 50) * 3, Math.floor(index / 50) * 5), { label: `S${index}` }),
  );
  const features = [...stands, feature('x', 'stand', square(61, 52), { label: 'X' })];
  const file = { type: 'FeatureCollection', coordinateSystem: 'metres', features };
  const { list } = readPlan([{ file: 'p.geojson', bytes: toBytes(file) }]);
  const plan = toFloorPlan(list);
  if (list === null || plan === null) throw new Error('no plan');
  const started = performance.now();
  expect(findOverlaps(list, plan)).toHaveLength(1);
  expect(performance.now() - started).toBeLessThan(3_000);
});
