import { floorOf, floorsOf, type FloorPlan, type Place } from '../../floor-plan.ts';
import { measurePath } from '../../geometry.ts';
import { localise } from '../../localised.ts';
import { findParts, type WalkwayParts } from '../../walk/walkway-parts.ts';
import type { Problem } from '../problem.ts';
import type { PlanList } from './assemble-plan.ts';
import { nameStand } from './name-place.ts';

type Entry = PlanList['entries'][number];

/** Walkways and stands that cannot be reached from the others of their floor, and floors that cannot be reached from the others. */
export function findCutOff(list: PlanList, plan: FloorPlan): Problem[] {
  const parts = findParts(plan);
  const floors = floorsOf(plan).map(({ id, name }) => {
    const entries = list.entries.filter(({ item }) => floorOf(item, plan) === id);
    return { id, name: localise(name ?? {}, 'en').text || id, entries, sizes: measureParts(entries, parts) };
  });
  const main = floors.map(({ sizes }) => findLargest(sizes));
  const whole = main.find((part) => part !== null) ?? null;
  return floors.flatMap((floor, index) => {
    const largest = main[index] ?? null;
    if (largest === null) return warnOfNoWays(floor, list, floors.length > 1);
    const isApart = largest !== whole && main.indexOf(largest) === index;
    return [
      ...(isApart ? warnOfFloor(floor, list) : []),
      ...warnOfWalkways({ ...floor, largest, parts, list, several: floors.length > 1 }),
      ...warnOfStands({ ...floor, largest, parts, list }),
    ];
  });
}

/** Metres of walkway in each part. */
function measureParts(entries: readonly Entry[], parts: WalkwayParts): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const { item } of entries) {
    const part = isWalkway(item) ? parts.of(item) : null;
    if (part === null || item.geometry.type !== 'LineString') continue;
    sizes.set(part, (sizes.get(part) ?? 0) + measurePath(item.geometry.coordinates));
  }
  return sizes;
}

function findLargest(sizes: ReadonlyMap<number, number>): number | null {
  return [...sizes].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function isWalkway({ properties: { kind } }: Place): boolean {
  return kind === 'walkway' || kind === 'ramp';
}

interface Floor {
  readonly name: string;
  readonly entries: readonly Entry[];
}

function warnOfNoWays({ name, entries }: Floor, { locate }: PlanList, several: boolean): Problem[] {
  const stand = entries.find(({ item }) => item.properties.kind === 'stand');
  if (stand === undefined) return [];
  const where = several ? ` on floor "${name}"` : '';
  const message = `There are no walkways${where}, and no outline of a hall in which they could be found.`;
  const instead = 'Draw a place of kind "hall" around the stands, or lines of kind "walkway" between them.';
  return [{ severity: 'warning', file: locate(stand.row, []).file, message, instead }];
}

function warnOfFloor({ name, entries }: Floor, { locate }: PlanList): Problem[] {
  const file = locate(entries[0]?.row ?? 1, []).file;
  const message = `No lift, escalator or stairs lead to floor "${name}" from the lowest one.`;
  const instead = 'Draw one on both floors, with the same "shaft".';
  return [{ severity: 'warning', file, message, instead }];
}

interface Reach extends Floor {
  readonly list: PlanList;
  readonly parts: WalkwayParts;
  readonly largest: number;
}

function warnOfWalkways(task: Reach & { sizes: ReadonlyMap<number, number>; several: boolean }): Problem[] {
  const { name, entries, sizes, largest, parts, list, several } = task;
  const odd = entries.find(({ item }) => isWalkway(item) && parts.of(item) !== largest);
  if (sizes.size < 2 || odd === undefined) return [];
  const where = several ? ` of floor "${name}"` : '';
  const at = list.locate(odd.row, ['geometry']);
  const isDrawn = at.row !== undefined;
  const which = isDrawn ? '; this one is not on the largest' : '. They were found in the free space, as none are drawn';
  const message = `The walkways${where} fall into ${sizes.size} parts that do not meet${which}.`;
  const instead = isDrawn
    ? 'Draw it so that it ends on another walkway or crosses one.'
    : 'Draw lines of kind "walkway" on this floor, if people can walk from one to the other.';
  return [{ severity: 'warning', ...at, message, instead }];
}

function warnOfStands({ entries, largest, parts, list }: Reach): Problem[] {
  return entries.flatMap(({ row, item }): Problem[] => {
    if (item.properties.kind !== 'stand' || parts.of(item) === largest) return [];
    const message = `Stand ${nameStand(item)} cannot be walked to.`;
    const instead = 'Draw a walkway that passes one of its sides with nothing between.';
    return [{ severity: 'warning', ...list.locate(row, ['geometry']), message, instead }];
  });
}
