import { floorsOf, type FloorPlan, type Place } from '../../domain/floor-plan.ts';

/** What lies on a floor. */
export function placesOn(plan: FloorPlan, floor: string): Place[] {
  const lowest = floorsOf(plan)[0].id;
  return plan.features.filter(({ properties }) => (properties.floor ?? lowest) === floor);
}
