import type { Position } from '../floor-plan.ts';

/** A way on one floor. */
export interface Leg {
  /** Id of the floor. */
  readonly floor: string;
  /** Metres on the plan; corners only. One position when there is nothing to walk. */
  readonly positions: readonly Position[];
  readonly metres: number;
}

export const floorChangers = ['lift', 'escalator', 'stairs'] as const;
export type FloorChanger = (typeof floorChangers)[number];

export interface FloorChange {
  readonly by: FloorChanger;
  /** Ids of floors. */
  readonly from: string;
  readonly to: string;
  /** Id of the place where one enters it. */
  readonly place: string;
  /** Id of the place where one comes out. */
  readonly out: string;
}

/** The way from one place to another. */
export interface Route {
  /** Ids of places. */
  readonly from: string;
  readonly to: string;
  readonly legs: readonly Leg[];
  /** Between one leg and the next: one fewer than the legs. */
  readonly changes: readonly FloorChange[];
  /** Length of the legs. */
  readonly metres: number;
  /** Walking, waiting and riding. */
  readonly seconds: number;
}
