import { floorOf, floorsOf, type Floor, type FloorPlan, type Place } from '../../floor-plan.ts';
import type { Segment } from '../../geometry.ts';
import type { Locate } from '../pack-source.ts';
import type { Problem } from '../problem.ts';
import type { List, Tally } from '../list.ts';
import { joinShafts } from './join-shafts.ts';
import { placeDrawn, toDoor, type Drawn } from './place-drawn.ts';
import { createPlacing } from './place-shapes.ts';
import { listPlanFiles, type PlanMapping } from './plan-mapping.ts';
import type { PlanPart } from './plan-part.ts';
import { deriveWalkways } from './ways/derive-walkways.ts';

/** The places of a plan, and the floors that they lie on. */
export interface PlanList extends List<Place> {
  /** None when the plan names none. */
  readonly floors: readonly Floor[];
}

type Entry = PlanList['entries'][number];

/** What all files tell, as one plan in metres: shapes mended and moved, shafts joined, walkways derived where none are drawn. */
export function assemblePlan(
  parts: readonly PlanPart[],
  mapping: PlanMapping,
): { list: PlanList | null; problems: Problem[]; tallies: Tally[] } {
  const { place, problems } = createPlacing(parts, mapping);
  if (place === null) return { list: null, problems, tallies: [] };
  const { locate, rowOf, last } = countRows(parts);
  const entries: Entry[] = [];
  const leftOut: unknown[] = [];
  const grounds: Drawn['grounds'][number][] = [];
  const tallies: Tally[] = [];
  for (const part of parts) {
    const before = leftOut.length;
    for (const feature of part.features) {
      const row = rowOf(part, feature.row);
      const drawn = placeDrawn({ row, value: feature.value }, { place, turn: mapping.rotate ?? 0, locate });
      problems.push(...drawn.problems);
      entries.push(...drawn.places.map((item) => ({ row, item })));
      grounds.push(...drawn.grounds);
      if (drawn.places.length + drawn.grounds.length === 0) leftOut.push(feature.value);
    }
    tallies.push(tallyPart(part, leftOut.length - before));
  }
  const doors = parts.flatMap((part) =>
    part.doors.flatMap(({ value }) => toDoor(value, place).map((door) => ({ door, floor: readFloor(value) }))),
  );
  const list = { entries, leftOut, complete: true, locate, floors: listFloors(parts, mapping, entries) };
  return { list: addWays(addShafts(list), { grounds, doors, row: last + 1 }), problems, tallies };
}

function tallyPart({ file, features, leftOut }: PlanPart, faulty: number): Tally {
  const taken = new Set(features.map(({ row }) => row)).size - faulty;
  const reasons = { ...leftOut, ...(faulty === 0 ? {} : { 'not in order': faulty }) };
  const records = taken + Object.values(reasons).reduce((sum, count) => sum + count, 0);
  return { file, records, taken, leftOut: reasons };
}

/** Rows of all files are counted on, so that each stands for one feature. */
function countRows(parts: readonly PlanPart[]): {
  locate: Locate;
  rowOf: (part: PlanPart, row: number) => number;
  last: number;
} {
  const first = new Map<PlanPart, number>();
  let next = 0;
  for (const part of parts) {
    first.set(part, next);
    next += Math.max(0, ...part.features.map(({ row }) => row)) + 1;
  }
  const rowOf = (part: PlanPart, row: number) => (first.get(part) ?? 0) + row;
  const last = next;
  const locate: Locate = (row, path) => {
    // What is behind the last feature was drawn by nobody.
    if (row > last) return { file: parts[0]?.file ?? '' };
    const part = parts.findLast((each) => (first.get(each) ?? 0) <= row) ?? parts[0];
    return part === undefined ? { file: '' } : part.locate(row - rowOf(part, 0), path);
  };
  return { locate, rowOf, last };
}

/** Those of event.json, or else those of the files, or else the floors that files and places lie on, in the order in which they are named. */
function listFloors(parts: readonly PlanPart[], mapping: PlanMapping, entries: readonly Entry[]): readonly Floor[] {
  if (mapping.floors !== undefined) return mapping.floors;
  const declared = new Map(parts.flatMap(({ floors }) => floors.map((floor) => [floor.id, floor] as const)));
  if (declared.size > 0) return [...declared.values()];
  if (mapping.kind === undefined && mapping.kinds === undefined && mapping.list === undefined) {
    return countFloors(listPlanFiles(mapping).flatMap(({ floor }) => floor ?? []));
  }
  return countFloors(entries.flatMap(({ item }) => item.properties.floor ?? []));
}

function countFloors(named: readonly string[]): Floor[] {
  return [...new Set(named)].map((id, ordinal) => ({ id, ordinal, name: { en: id } }));
}

function toPlan({ entries, floors }: Pick<PlanList, 'entries' | 'floors'>): FloorPlan {
  const features = entries.map(({ item }) => item);
  const named = floors.length === 0 ? {} : { floors: [...floors] };
  return { type: 'FeatureCollection', coordinateSystem: 'metres', ...named, features };
}

/** The plan of what was read; null when there is none. */
export function toFloorPlan(list: PlanList | null): FloorPlan | null {
  return list === null || list.entries.length === 0 ? null : toPlan(list);
}

function addShafts(list: PlanList): PlanList {
  const shafts = joinShafts(toPlan(list));
  const entries = list.entries.map(({ row, item }) => {
    const shaft = shafts.get(item);
    return { row, item: shaft === undefined ? item : { ...item, properties: { ...item.properties, shaft } } };
  });
  return { ...list, entries };
}

function addWays(
  list: PlanList,
  drawn: {
    grounds: readonly Drawn['grounds'][number][];
    doors: readonly { door: Segment; floor: string | undefined }[];
    row: number;
  },
): PlanList {
  const plan = toPlan(list);
  const lowest = floorsOf(plan)[0].id;
  const ways = floorsOf(plan).flatMap(({ id: floor }): Place[] => {
    const places = plan.features.filter((place) => floorOf(place, plan) === floor);
    if (places.some(isWalkway)) return [];
    const here = drawn.grounds.filter((ground) => (ground.floor ?? lowest) === floor);
    const rings = (kind: 'area' | 'wall') =>
      here.filter((ground) => ground.kind === kind).map((ground) => ground.rings);
    const doors = drawn.doors.filter((each) => (each.floor ?? lowest) === floor).map(({ door }) => door);
    const lines = deriveWalkways({ places, areas: rings('area'), walls: rings('wall'), doors });
    const named = list.floors.length === 0 ? {} : { floor };
    return lines.map((coordinates, index) => ({
      type: 'Feature',
      properties: { id: `way-${list.floors.length === 0 ? '' : `${floor}-`}${index + 1}`, kind: 'walkway', ...named },
      geometry: { type: 'LineString', coordinates },
    }));
  });
  return { ...list, entries: [...list.entries, ...ways.map((item) => ({ row: drawn.row, item }))] };
}

function isWalkway({ properties: { kind }, geometry }: Place): boolean {
  return geometry.type === 'LineString' && (kind === 'walkway' || kind === 'ramp');
}

function readFloor(value: unknown): string | undefined {
  const floor = (value as { properties?: { floor?: unknown } } | null)?.properties?.floor;
  return typeof floor === 'string' ? floor : undefined;
}
