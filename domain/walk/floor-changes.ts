import { floorOf, floorsOf, type FloorPlan, type Place } from '../floor-plan.ts';
import { secondsOfChange } from './costs.ts';
import { floorChangers, type FloorChange, type FloorChanger } from './route.ts';

export interface Passage extends FloorChange {
  readonly seconds: number;
}

/** Every way from floor to floor, in both directions: from each floor of a shaft straight to each other. */
export function listPassages(plan: FloorPlan, options: { readonly stepFree: boolean }): Passage[] {
  const ordinals = new Map(floorsOf(plan).map(({ id, ordinal }) => [id, ordinal]));
  const isAllowed = ({ properties: { kind } }: Place) => isFloorChanger(kind) && (kind === 'lift' || !options.stepFree);
  const ends = plan.features.filter(
    (place) => place.properties.shaft !== undefined && ordinals.has(floorOf(place, plan)) && isAllowed(place),
  );
  return ends.flatMap((place) =>
    ends.flatMap((out): Passage[] => {
      const [from, to] = [floorOf(place, plan), floorOf(out, plan)];
      const { kind: by, shaft } = place.properties;
      if (!isFloorChanger(by) || out.properties.kind !== by || out.properties.shaft !== shaft || from === to) return [];
      const floors = Math.max(1, Math.abs((ordinals.get(to) ?? 0) - (ordinals.get(from) ?? 0)));
      const seconds = secondsOfChange(by, floors);
      return [{ by, from, to, place: place.properties.id, out: out.properties.id, seconds }];
    }),
  );
}

export function isFloorChanger(kind: Place['properties']['kind']): kind is FloorChanger {
  return floorChangers.some((changer) => changer === kind);
}
