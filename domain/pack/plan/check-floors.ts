import { floorOf, type FloorPlan, type Place } from '../../floor-plan.ts';
import { findNearestName } from '../nearest-name.ts';
import { listChoices, type Problem } from '../problem.ts';
import type { PlanList } from './assemble-plan.ts';

/** Floors that are named and not there or not named and needed, and lifts that lead nowhere. */
export function checkFloors({ entries, floors, locate }: PlanList, plan: FloorPlan): Problem[] {
  const ids = floors.map(({ id }) => id);
  const floorsOfShaft = new Map<string, Set<string>>();
  for (const { item } of entries) {
    const { shaft } = item.properties;
    if (shaft !== undefined && isFloorChanger(item)) {
      floorsOfShaft.set(shaft, (floorsOfShaft.get(shaft) ?? new Set()).add(floorOf(item, plan)));
    }
  }
  return entries.flatMap(({ row, item }): Problem[] => {
    const { floor, shaft, kind } = item.properties;
    const at = (name: string) => locate(row, ['properties', name]);
    const problems: Problem[] = [];
    if (floor !== undefined && !ids.includes(floor)) {
      const near = findNearestName(floor, ids);
      const write =
        ids.length === 0
          ? 'List the floors under "floors" at the top of the file'
          : `Write ${near ?? listChoices(ids)}`;
      const message = `"${floor}" is not a floor of the plan, so that the place is on none.`;
      problems.push({ severity: 'warning', ...at('floor'), found: floor, message, instead: `${write}.` });
    }
    if (floor === undefined && ids.length > 1) {
      const message = `No floor is named; the place is taken to be on "${floorOf(item, plan)}".`;
      problems.push({ severity: 'warning', ...at('floor'), message, instead: `Write ${listChoices(ids)}.` });
    }
    if (!isFloorChanger(item) || ids.length < 2) return problems;
    if (shaft !== undefined && floorsOfShaft.get(shaft)?.size === 1) {
      const message = `Shaft "${shaft}" is on one floor only, so that nobody gets to another by it.`;
      const instead = `Draw it on the other floors, too, each time as a ${kind} with "shaft": "${shaft}".`;
      problems.push({ severity: 'warning', ...at('shaft'), found: shaft, message, instead });
    }
    return problems;
  });
}

function isFloorChanger({ properties: { kind } }: Place): boolean {
  return kind === 'lift' || kind === 'escalator' || kind === 'stairs';
}
