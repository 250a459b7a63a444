import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { floorPlanSchema, type Position } from '../../floor-plan.ts';
import { boundsOfPositions, measure } from '../../geometry.ts';
import { boundsOf } from '../../place-shape.ts';
import { createWalkNetwork } from '../../walk/network.ts';
import { describeProblem } from '../problem.ts';
import { feature, plan as metres, square, toBytes } from '../small-pack.fixture.ts';
import type { PlanMapping } from './plan-mapping.ts';
import { readPlan, toFloorPlan } from './read-plan.ts';

function read(files: Readonly<Record<string, object>>, mapping: PlanMapping = {}) {
  const sources = Object.entries(files).map(([file, written]) => ({ file, bytes: toBytes(written) }));
  const { list, problems } = readPlan(sources, mapping);
  const plan = toFloorPlan(list);
  return { plan, problems, lines: problems.map(describeProblem), features: plan?.features ?? [] };
}

const collection = (features: readonly object[], more: object = {}) => ({
  type: 'FeatureCollection',
  ...more,
  features,
});
const [longitude, latitude] = [114.21, 22.427];
/** Longitudes and latitudes of metres east and north; a degree there is 102,904 m and 110,744 m (USGS 1395, table 3, interpolated). */
const toDegrees = ([x, y]: Position): number[] => [longitude + x / 102_904, latitude + y / 110_744];
const boxInDegrees = (left: number, bottom: number, right: number, top: number) => ({
  type: 'Polygon',
  coordinates: [([[left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]] as Position[]).map(toDegrees)], // prettier-ignore
});
const lineInDegrees = (...positions: Position[]) => ({ type: 'LineString', coordinates: positions.map(toDegrees) });

describe('GeoJSON with our kinds', () => {
  it('in metres stays as it is', () => {
    const { plan, lines } = read({ 'floorplan.geojson': metres });
    expect(lines).toEqual([]);
    expect(plan).toEqual(floorPlanSchema.parse(metres));
  });

  it('in degrees becomes metres, whether or not it names its system', () => {
    const features = [
      feature('hall', 'hall', boxInDegrees(0, 0, 60, 40)),
      feature('s', 'stand', boxInDegrees(5, 5, 8, 8)),
    ];
    for (const more of [{}, { crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } } }]) {
      const { plan, lines } = read({ 'floorplan.geojson': collection(features, more) });
      expect(lines).toEqual([]);
      if (plan === null) throw new Error('no plan');
      const { left, right, bottom, top } = boundsOf(plan);
      expect([right - left, top - bottom]).toEqual([expect.closeTo(60, 1), expect.closeTo(40, 1)]);
      expect([left + right, bottom + top]).toEqual([expect.closeTo(0, 1), expect.closeTo(0, 1)]);
    }
  });

  it('is turned upright with what kiosks face', () => {
    const features = [
      feature('hall', 'hall', { type: 'Polygon', coordinates: [[[0, 0], [60, 0], [60, 40], [0, 40], [0, 0]]] }), // prettier-ignore
      feature('kiosk-1', 'kiosk', { type: 'Point', coordinates: [10, 0] }, { facing: 300 }),
    ];
    const { features: turned } = read(
      { 'floorplan.geojson': collection(features, { coordinateSystem: 'metres' }) },
      { rotate: 90 },
    );
    expect(turned[1]?.geometry.coordinates).toEqual([0, -10]);
    expect(turned[1]?.properties.facing).toBe(30);
  });

  it('in another system, or in metres without saying so, is refused with what to do', () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::2326' } };
    expect(read({ 'p.geojson': collection(metres.features, { crs }) }).lines).toEqual([
      'p.geojson, line 3, crs: The positions are in "urn:ogc:def:crs:EPSG::2326". Export the plan in WGS 84 (EPSG:4326), or in metres with "coordinateSystem": "metres".',
    ]);
    const far = [feature('hall', 'hall', { type: 'Polygon', coordinates: [[[0, 0], [600, 0], [600, 40], [0, 0]]] })]; // prettier-ignore
    expect(read({ 'p.geojson': collection(far) }).problems).toMatchObject([
      { severity: 'error', instead: expect.stringContaining('metres') as string },
    ]);
  });

  it('is mended with a warning, by file, feature and property', () => {
    const open = { type: 'Polygon', coordinates: [[[0, 0, 4], [3, 0, 4], [3, 3, 4], [0, 3, 4]]] }; // prettier-ignore
    const { lines, features } = read({
      'p.geojson': collection([feature('s', 'stand', open)], { coordinateSystem: 'metres' }),
    });
    expect(lines).toEqual([
      expect.stringMatching(
        /^p\.geojson, item 1, line \d+, geometry: The last position of the outline is not its first; /u,
      ),
    ]);
    expect(features[0]?.geometry.coordinates).toEqual([[[0, 0], [3, 0], [3, 3], [0, 3], [0, 0]]]); // prettier-ignore
  });

  it('may lie in a file for each floor, with kiosks in one more', () => {
    const floor = (id: string, more: readonly object[]) =>
      collection([feature(`hall-${id}`, 'hall', boxInDegrees(0, 0, 60, 40)), ...more]);
    const lift = (id: string) => feature(id, 'lift', boxInDegrees(0, 0, 3, 3));
    const { plan, lines } = read(
      {
        'g.geojson': floor('g', [lift('lift-g'), feature('s', 'stand', boxInDegrees(20, 20, 24, 24), { label: 'A1' })]),
        'u.geojson': floor('u', [lift('lift-u'), feature('room', 'room', boxInDegrees(30, 30, 40, 40))]),
        'kiosks.geojson': collection([feature('k', 'kiosk', { type: 'Point', coordinates: toDegrees([10, 10]) }, { floor: 'g', facing: 0 })]), // prettier-ignore
      },
      { from: [{ file: 'g.geojson', floor: 'g' }, { file: 'u.geojson', floor: 'u' }, 'kiosks.geojson'] },
    );
    expect(lines).toEqual([]);
    if (plan === null) throw new Error('no plan');
    expect(plan.floors?.map(({ id, ordinal }) => [id, ordinal])).toEqual([['g', 0], ['u', 1]]); // prettier-ignore
    const route = createWalkNetwork(plan).findRoute({ from: 'k', to: 'room', stepFree: true });
    expect(route.ok && route.value.changes).toMatchObject([{ by: 'lift', from: 'g', to: 'u' }]);
  });
});

describe('foreign GeoJSON', () => {
  const booths = [
    { type: 'Feature', properties: { type: 'booth', nr: 'C 03', title: 'Acme' }, geometry: boxInDegrees(5, 5, 9, 9) },
    { type: 'Feature', properties: { type: 'booth', nr: 'C 04' }, geometry: boxInDegrees(9, 5, 12, 9) },
    { type: 'Feature', properties: { type: 'outline' }, geometry: boxInDegrees(0, 0, 30, 20) },
    { type: 'Feature', properties: { type: 'tree' }, geometry: { type: 'Point', coordinates: toDegrees([1, 1]) } },
    { type: 'Feature', properties: { type: 'tree' }, geometry: { type: 'Point', coordinates: toDegrees([2, 1]) } },
  ];

  it('needs a mapping, and is told which', () => {
    const { plan, lines } = read({ 'p.geojson': collection(booths) });
    expect(plan).toBeNull();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"files": {"floorPlan": {"kinds":{"type":{"booth":"stand"');
  });

  it('is read by a mapping of a few lines; what that does not tell is counted', () => {
    const kinds = { type: { booth: 'stand', outline: 'hall' } } as const;
    const { plan, lines, features } = read({ 'p.geojson': collection(booths) }, { kinds, label: 'nr', name: 'title' });
    expect(features[0]?.properties).toEqual({ id: 'stand-C-03', kind: 'stand', label: 'C 03', name: { en: 'Acme' } });
    expect(features.some(({ properties }) => properties.kind === 'walkway')).toBe(true);
    expect(lines).toEqual([
      expect.stringMatching(
        /^p\.geojson, item 4, line \d+, properties\.type: 2 features, the first of them here, are left out: type is "tree"\. /u,
      ),
    ]);
    expect(floorPlanSchema.safeParse(plan).success).toBe(true);
    expect(read({ 'p.geojson': collection(booths) }, { kinds: { type: { ...kinds.type, tree: null } } }).lines).toEqual(
      [],
    );
  });

  it('tells ways between floors by their levels', () => {
    const path = (y: number, level: number) => ({ type: 'Feature', properties: { t: 'path', level }, geometry: lineInDegrees([0, y], [20, y]) }); // prettier-ignore
    const stairs = {
      type: 'Feature',
      properties: { t: 'st' },
      levels: [0, 1],
      geometry: lineInDegrees([20, 0], [20, 4]),
    };
    const room = {
      type: 'Feature',
      properties: { t: 'room', level: 1, n: 'Attic' },
      geometry: boxInDegrees(0, 5, 4, 9),
    };
    const { plan } = read(
      {
        'p.geojson': collection([
          path(0, 0),
          path(4, 1),
          stairs,
          room,
          { ...room, properties: { t: 'room', level: 0 } },
        ]),
      },
      {
        kinds: { t: { path: 'walkway', st: 'stairs', room: 'room' } },
        floors: [{ id: 'ground', ordinal: 0 }, { id: 'upper', ordinal: 1 }], // prettier-ignore
        floor: 'level',
        levels: 'levels',
        name: 'n',
      },
    );
    if (plan === null) throw new Error('no plan');
    const rooms = plan.features
      .filter(({ properties }) => properties.kind === 'room')
      .map(({ properties }) => properties.id);
    const route = createWalkNetwork(plan).findRoute({ from: rooms[1] ?? '', to: rooms[0] ?? '' });
    expect(route.ok && route.value.changes).toMatchObject([{ by: 'stairs', from: 'ground', to: 'upper' }]);
  });
});

describe('a drawing that is no GeoJSON', () => {
  const drawing = {
    size: [30, 20],
    booths: [
      { nr: 'A-1', ring: [[4, 4], [10, 4], [10, 8], [4, 8]], who: ['Acme', 'Bolt'] }, // prettier-ignore
      { nr: 'A-2', ring: [[14, 4], [20, 4], [20, 8], [14, 8]], who: [] }, // prettier-ignore
      { nr: 'A-3' },
    ],
  };

  it('is read by where its list, its outlines and its hall stand', () => {
    const mapping: PlanMapping = { from: [{ file: 'hall-*.json', floor: '*' }], list: 'booths', outline: 'ring', hall: 'size', margin: 3, label: '{floor} {nr}', name: 'who', y: 'down' }; // prettier-ignore
    const { plan, lines, features } = read({ 'hall-7.json': drawing }, mapping);
    expect(lines).toEqual([expect.stringContaining('hall-7.json, item 3, line')]);
    if (plan === null) throw new Error('no plan');
    expect(plan.floors).toEqual([{ id: '7', ordinal: 0, name: { en: '7' } }]);
    const stand = features.find(({ properties }) => properties.label === '7 A-1');
    expect(stand?.properties.name).toEqual({ en: 'Acme, Bolt' });
    const { bottom, top } = boundsOfPositions(stand?.geometry.type === 'Polygon' ? stand.geometry.coordinates.flat() : []); // prettier-ignore
    expect([bottom, top]).toEqual([-8, -4]);
    const route = createWalkNetwork(plan).findRoute({ from: 'stand-7-A-1', to: 'stand-7-A-2' });
    expect(route.ok && measure([0, 0], [0, route.value.metres])).toBeLessThan(30);
  });
});

it('survives whatever stands in a file', () => {
  const value = fc.jsonValue();
  const kind = fc.constantFrom('stand', 'walkway', 'hall', 'wall', 'area', 'lift', 'kiosk', 'x');
  const coordinate = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double(), value);
  const geometry = fc.record({
    type: fc.constantFrom('Point', 'LineString', 'Polygon', 'MultiPolygon', 'GeometryCollection', 'Circle'),
    coordinates: fc.oneof(value, fc.array(coordinate), fc.array(fc.array(coordinate)), fc.array(fc.array(fc.tuple(coordinate, coordinate)))), // prettier-ignore
  });
  const properties = fc.record({ id: fc.oneof(fc.string(), value), kind, floor: value, shaft: value, facing: value }, { requiredKeys: [] }); // prettier-ignore
  const written = fc.array(fc.oneof(fc.record({ type: fc.constant('Feature'), properties, geometry }), value), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(written, fc.boolean(), (features, isMetres) => {
      const file = collection(features as object[], isMetres ? { coordinateSystem: 'metres' } : {});
      const { plan } = read({ 'p.geojson': file }, { kind: 'stand' });
      expect(plan === null || floorPlanSchema.safeParse(plan).success).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('reads a hall of 200 stands in well under a second', () => {
  const stands = Array.from({ length: 200 }, (_, index) => feature(`s-${index}`, 'stand', square(5 + (index % 20) * 3, 5 + Math.floor(index / 20) * 6), { label: `S${index}` })); // prettier-ignore
  const hall = feature('hall', 'hall', { type: 'Polygon', coordinates: [[[0, 0], [70, 0], [70, 70], [0, 70], [0, 0]]] }); // prettier-ignore
  const started = performance.now();
  const { features } = read({ 'p.geojson': collection([hall, ...stands], { coordinateSystem: 'metres' }) });
  expect(features.length).toBeGreaterThan(210);
  expect(performance.now() - started).toBeLessThan(5_000);
});
