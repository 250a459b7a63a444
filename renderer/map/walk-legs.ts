import { floorsOf, type FloorPlan } from '../../domain/floor-plan.ts';
import type { FloorChange, Leg, Route } from '../../domain/walk/route.ts';

/** A stretch of a walk on one floor, as it is drawn. */
export interface WalkLeg extends Leg {
  /** Belongs to the way to the last of several stops, which is drawn dotted. */
  readonly isDotted: boolean;
  /** What leads on from its end; null where a stop is reached. */
  readonly change: FloorChange | null;
}

/** @param routes from here to the first stop, from there to the second, and so on */
export function listLegs(routes: readonly Route[]): WalkLeg[] {
  return routes.flatMap(({ legs, changes }, route) =>
    legs.map((leg, index) => ({
      ...leg,
      isDotted: route > 0 && route === routes.length - 1,
      change: changes[index] ?? null,
    })),
  );
}

export function leadsUp({ from, to }: FloorChange, plan: FloorPlan): boolean {
  const ids = floorsOf(plan).map(({ id }) => id);
  return ids.indexOf(to) > ids.indexOf(from);
}
