import type { Problem } from '../problem.ts';
import { toFloorPlan, type PlanList } from './assemble-plan.ts';
import { checkFloors } from './check-floors.ts';
import { checkPlaces } from './check-places.ts';
import { findCutOff } from './find-cut-off.ts';
import { findOverlaps } from './find-overlaps.ts';

/** Whether the places of a plan are told apart, lie on floors that there are, apart from one another, and can be walked to. */
export function checkPlan(list: PlanList | null): Problem[] {
  const plan = toFloorPlan(list);
  if (list === null || plan === null) return [];
  return [
    ...checkPlaces(list),
    ...checkFloors(list, plan),
    ...findOverlaps(list, plan),
    // A walkway that was left out would make stands seem cut off.
    ...(list.leftOut.length === 0 ? findCutOff(list, plan) : []),
  ];
}
