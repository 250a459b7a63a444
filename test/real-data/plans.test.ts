import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { floorOf, floorPlanSchema, floorsOf, type FloorPlan } from '../../domain/floor-plan.ts';
import { entersInside, toOutline, toSegments } from '../../domain/geometry.ts';
import { checkPlan } from '../../domain/pack/plan/check-plan.ts';
import { createStandMatcher } from '../../domain/pack/plan/match-stands.ts';
import { planMappingSchema } from '../../domain/pack/plan/plan-mapping.ts';
import { readPlan, toFloorPlan } from '../../domain/pack/plan/read-plan.ts';
import { describeProblem } from '../../domain/pack/problem.ts';
import { createWalkNetwork } from '../../domain/walk/network.ts';

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const hasPlans = existsSync(`${folder}floorplans`);

/** What an organiser writes into event.json for the plans of gamescom, which are lists of outlines. */
const gamescom = planMappingSchema.parse({
  from: [{ file: 'hall-*.json', floor: '*' }],
  list: 'stands',
  outline: 'poly',
  hall: 'size',
  margin: 4,
  y: 'down',
  label: '{floor} {nr}',
  name: 'names',
});

/** The same for a building in degrees, with a file for each floor and others for its paths. */
const westportHouse = planMappingSchema.parse({
  from: [
    { file: 'westport-house-floor-*-paths.geojson', floor: '*' },
    { file: 'westport-house-floor-*.geojson', floor: '*' },
    'main-paths.json',
  ],
  floors: ['gf', '1', '2', '3', '4', '5', '6'].map((id, ordinal) => ({ id, ordinal })),
  kinds: {
    type: {
      ...{ building_outline: 'hall', room: 'room', no_geometry: 'room', bathroom: 'toilet', entrance: 'entrance' },
      ...{ elevator: 'lift', stairs: 'stairs', pathway: 'walkway', wall: 'wall', inaccessible_space: 'wall' },
      ...{ door: null, window: null, floor_opening: null },
    },
  },
  name: 'name',
  levels: 'levels',
  rotate: 12,
});

function read(name: string, mapping: typeof gamescom, isPlan: (file: string) => boolean) {
  const files = readdirSync(`${folder}floorplans/${name}`).filter(isPlan);
  const sources = files.map((file) => ({
    file,
    bytes: new Uint8Array(readFileSync(`${folder}floorplans/${name}/${file}`)),
  }));
  const started = performance.now();
  const { list, problems, tallies } = readPlan(sources, mapping);
  const readIn = performance.now() - started;
  const warnings = checkPlan(list);
  const checkedIn = performance.now() - started - readIn;
  const plan = toFloorPlan(list);
  if (plan === null || list === null) throw new Error(problems.map(describeProblem).join('\n'));
  const counts: Record<string, number> = {};
  for (const { properties } of plan.features) counts[properties.kind] = (counts[properties.kind] ?? 0) + 1;
  const milliseconds = { read: Math.round(readIn), check: Math.round(checkedIn) };
  const features = tallies.reduce((sum, { records }) => sum + records, 0);
  const leftOut: Record<string, number> = {};
  for (const [reason, count] of tallies.flatMap((tally) => Object.entries(tally.leftOut))) {
    leftOut[reason] = (leftOut[reason] ?? 0) + count;
  }
  console.log(name, { files: files.length, features, taken: counts, leftOut, milliseconds });
  return { files, plan, features, leftOut, problems, warnings: warnings.map(describeProblem), counts };
}

const countFeatures = (name: string, file: string, list: string) =>
  (JSON.parse(readFileSync(`${folder}floorplans/${name}/${file}`, 'utf8')) as Record<string, unknown[]>)[list]
    ?.length ?? 0;

/** Places of some kinds on a floor. */
function placesOn(plan: FloorPlan, floor: string, kinds: readonly string[]) {
  return plan.features.filter((place) => floorOf(place, plan) === floor && kinds.includes(place.properties.kind));
}

/** Where the data are absent a suite is skipped, but its body runs. */
const nothing: ReturnType<typeof read> = {
  files: [],
  plan: { type: 'FeatureCollection', coordinateSystem: 'metres', features: [] },
  features: 0,
  leftOut: {},
  problems: [],
  warnings: [],
  counts: {},
};

describe.runIf(hasPlans)('plans of gamescom 2026 (needs ../shared/data/floorplans)', () => {
  const { files, plan, problems, warnings, counts } = hasPlans
    ? read('gamescom-2026', gamescom, (file) => file.startsWith('hall-'))
    : nothing;

  it('load whole by a mapping of eight lines', () => {
    expect(floorPlanSchema.safeParse(plan).success).toBe(true);
    expect(problems.map(describeProblem)).toEqual([]);
    const drawn = files.reduce((sum, file) => sum + countFeatures('gamescom-2026', file, 'stands'), 0);
    expect(counts).toMatchObject({ stand: drawn, hall: files.length });
    expect([files.length, drawn]).toEqual([11, 712]);
    expect(floorsOf(plan)).toHaveLength(files.length);
  });

  it('have ways that no stand is in, and that lead from each hall’s first stand to nearly every other', () => {
    const network = createWalkNetwork(plan);
    const cutOff: string[] = [];
    for (const { id } of floorsOf(plan)) {
      const stands = placesOn(plan, id, ['stand']);
      const outlines = stands.map(({ geometry }) => toOutline(geometry.type === 'Polygon' ? geometry.coordinates : []));
      const from = stands[0]?.properties.id ?? '';
      for (const { properties } of stands) {
        const route = network.findRoute({ from, to: properties.id });
        if (!route.ok) cutOff.push(properties.label ?? properties.id);
        const segments = route.ok ? route.value.legs.flatMap(({ positions }) => toSegments(positions)) : [];
        expect(segments.some((segment) => outlines.some((outline) => entersInside(segment, outline)))).toBe(false);
      }
    }
    console.log('cut off:', cutOff);
    expect(cutOff.length).toBeLessThanOrEqual(2);
    for (const label of cutOff) expect(warnings).toContainEqual(expect.stringContaining(`Stand ${label} cannot be`));
  });

  it('are named by exhibitors in another way, and found', () => {
    const { exhibitors } = JSON.parse(readFileSync(`${folder}exhibitors/gamescom-2026.json`, 'utf8')) as {
      exhibitors: readonly { stands: readonly { hall: string; booth: string }[] }[];
    };
    const match = createStandMatcher(plan.features.flatMap(({ properties }) => properties.label ?? []));
    const halls = new Set(floorsOf(plan).map(({ id }) => id));
    const booths = exhibitors.flatMap(({ stands }) => stands.filter(({ hall }) => halls.has(hall)));
    const found = booths.filter(({ hall, booth }) => match(`${hall} ${booth}`).length > 0);
    console.log('booths of exhibitors:', booths.length, 'found on the plan:', found.length);
    expect(found.length / booths.length).toBeGreaterThan(0.99);
  });
});

describe.runIf(hasPlans)('plans of Westport House (needs ../shared/data/floorplans)', () => {
  const { files, plan, features, leftOut, problems, warnings, counts } = hasPlans
    ? read('westport-house', westportHouse, (file) => file !== 'main.json')
    : nothing;

  it('load with all floors and all ways', () => {
    expect(problems.map(describeProblem)).toEqual([]);
    expect(floorPlanSchema.safeParse(plan).success).toBe(true);
    expect(floorsOf(plan).map(({ id }) => id)).toEqual(['gf', '1', '2', '3', '4', '5', '6']);
    expect(counts).toMatchObject({ hall: 7, room: 10, toilet: 6, entrance: 1 });
    const drawn = (floor: string) =>
      countFeatures('westport-house', `westport-house-floor-${floor}-paths.geojson`, 'features');
    expect(['gf', '1', '2'].map((floor) => placesOn(plan, floor, ['walkway']).length)).toEqual([
      drawn('gf') - 1, // One of them is the entrance.
      drawn('1'),
      drawn('2'),
    ]);
    expect([files.length, features, leftOut]).toEqual([11, 874, { 'not wanted': 499 }]);
  });

  it('is as large as the building', () => {
    const outline = placesOn(plan, '2', ['hall'])[0]?.geometry;
    const corners = outline?.type === 'Polygon' ? outline.coordinates.flat() : [];
    const width = Math.max(...corners.map(([x]) => x)) - Math.min(...corners.map(([x]) => x));
    expect(width).toBeGreaterThan(40);
    expect(width).toBeLessThan(70);
  });

  it('leads from the entrance to every room, toilet, lift and stairs, over floors, some without a step', () => {
    const network = createWalkNetwork(plan);
    const entrance = plan.features.find(({ properties }) => properties.kind === 'entrance')?.properties.id ?? '';
    const cutOff: string[] = [];
    let stepFree = 0;
    for (const { id } of floorsOf(plan)) {
      for (const { properties } of placesOn(plan, id, ['room', 'toilet', 'lift', 'stairs'])) {
        if (!network.findRoute({ from: entrance, to: properties.id }).ok) cutOff.push(properties.id);
        if (network.findRoute({ from: entrance, to: properties.id, stepFree: true }).ok) stepFree += 1;
      }
    }
    console.log('cut off:', cutOff, 'step-free:', stepFree, 'warnings:', warnings);
    expect(cutOff).toEqual([]);
    expect(stepFree).toBeGreaterThan(20);
  });
});
