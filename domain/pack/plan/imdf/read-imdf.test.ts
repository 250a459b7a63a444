import { describe, expect, it } from 'vitest';
import { boundsOfPositions } from '../../../geometry.ts';
import { createWalkNetwork } from '../../../walk/network.ts';
import { describeProblem } from '../../problem.ts';
import { readPlan, toFloorPlan } from '../read-plan.ts';
import { packVenue, venue } from './venue.fixture.ts';

function read(changes: Parameters<typeof packVenue>[0] = {}) {
  const { list, problems } = readPlan([{ file: 'floorplan.zip', bytes: packVenue(changes) }]);
  const plan = toFloorPlan(list);
  if (plan === null) throw new Error(problems.map(describeProblem).join('\n'));
  return { plan, lines: problems.map(describeProblem) };
}

const { plan, lines } = read();
const named = (name: string) => plan.features.find(({ properties }) => properties.name?.en === name)?.properties;
const kinds = (kind: string) => plan.features.filter(({ properties }) => properties.kind === kind);

describe('an IMDF archive', () => {
  it('is read without complaint, its levels as floors', () => {
    expect(lines).toEqual([]);
    expect(plan.floors).toEqual([
      { id: 'G', ordinal: 0, name: { en: 'Ground floor', 'zh-Hant': '地面層' } },
      { id: '1', ordinal: 1, name: { en: 'First floor', 'zh-Hant': '一樓' } },
    ]);
  });

  it('has a stand wherever a company has one, by the number in its address or its own short name', () => {
    expect(named('Acme')).toEqual({
      id: 'stand-A01',
      kind: 'stand',
      floor: 'G',
      label: 'A01',
      name: { en: 'Acme', 'zh-Hant': '極點' },
    });
    expect(named('B02')).toMatchObject({ kind: 'stand', label: 'B02' });
    expect(named('Bolt')).toMatchObject({ kind: 'stand', label: 'B04' });
    expect(named('Corner')).toMatchObject({ kind: 'stand', floor: 'G' });
    expect(named('Beans')).toMatchObject({ kind: 'food' });
    expect(plan.features.find(({ properties }) => properties.name?.en === 'Standing')?.geometry.type).toBe('Point');
  });

  it('has what visitors look for', () => {
    expect(kinds('toilet')).toHaveLength(1);
    expect(kinds('information')[0]?.properties.floor).toBe('G');
    expect(kinds('first-aid')[0]?.properties.floor).toBe('1');
    expect(named('Seminar room')).toMatchObject({ kind: 'room', floor: '1' });
    expect(kinds('lift').map(({ properties }) => properties.shaft)).toEqual(['elevator-1', 'elevator-1']);
    expect(new Set(kinds('stairs').map(({ properties }) => properties.shaft)).size).toBe(1);
  });

  it('is in metres', () => {
    const hall = kinds('hall')[0]?.geometry;
    const { left, right, bottom, top } = boundsOfPositions(hall?.type === 'Polygon' ? hall.coordinates.flat() : []);
    expect(right - left).toBeCloseTo(40, 0);
    expect(top - bottom).toBeCloseTo(24, 0);
  });

  it('leads from every stand to every other place, over floors, also without stairs', () => {
    const network = createWalkNetwork(plan);
    const places = plan.features.filter(({ properties: { kind } }) => kind !== 'walkway' && kind !== 'hall');
    for (const { properties } of places) {
      expect([properties.id, network.findRoute({ from: 'stand-A01', to: properties.id }).ok]).toEqual([
        properties.id,
        true,
      ]);
    }
    const seminar = named('Seminar room')?.id ?? '';
    const route = network.findRoute({ from: 'stand-A01', to: seminar, stepFree: true });
    expect(route.ok && route.value.changes.map(({ by }) => by)).toEqual(['lift']);
    // Through its door, not through its wall.
    const end = route.ok ? route.value.legs.at(-1)?.positions.at(-1) : undefined;
    const room = plan.features.find(({ properties }) => properties.id === seminar)?.geometry;
    const { left, top } = boundsOfPositions(room?.type === 'Polygon' ? room.coordinates.flat() : []);
    expect(end?.[0]).toBeCloseTo(left + 5.5, 0);
    expect(end?.[1]).toBeCloseTo(top, 1);
  });

  it('joins lifts that lie above one another where no relationship does', () => {
    const lifts = read({ relationship: null }).plan.features.filter(({ properties }) => properties.kind === 'lift');
    expect(lifts).toHaveLength(2);
    expect(lifts[0]?.properties.shaft).toBe(lifts[1]?.properties.shaft);
    expect(lifts[0]?.properties.shaft).toBeDefined();
  });

  it('leaves out what is no feature, and what lies on no level, and says so', () => {
    const [kiosk] = venue['kiosk'] ?? [];
    const astray = { ...kiosk, id: 'k-9', properties: { level_id: 'L7' } };
    const outcome = read({ kiosk: [{ type: 'Feature' }, astray] });
    expect(outcome.lines).toEqual([
      'floorplan.zip/kiosk.geojson, item 1, line 1: This is no IMDF kiosk: id is missing or of another kind. Export the venue again; the feature is left out.',
      'floorplan.zip/kiosk.geojson, item 2, line 1, properties.level_id: It lies on no level of the archive and is left out. Give it the id of a level as level_id.',
    ]);
  });
});

it.each([
  ['a torn archive', packVenue().slice(0, 300), 'The archive is damaged.'],
  ['no level', packVenue({ level: null }), 'The archive holds no level.'],
])('%s is no plan', (_what, bytes, message) => {
  const { list, problems } = readPlan([{ file: 'floorplan.zip', bytes }]);
  expect(list).toBeNull();
  expect(problems.map((problem) => [problem.severity, problem.message])).toEqual([['error', message]]);
});
