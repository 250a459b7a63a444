import type { Floor } from '../../floor-plan.ts';
import type { Locate } from '../pack-source.ts';
import type { Problem } from '../problem.ts';

/** What one file tells of a plan, in the names of our schema; shapes are as they were drawn. */
export interface PlanPart {
  readonly file: string;
  readonly coordinateSystem: 'metres' | 'degrees';
  readonly floors: readonly Floor[];
  /** GeoJSON features with our properties, `kind` being a place's or `wall` or `area`. `row` as `locate` counts. */
  readonly features: readonly PlanFeature[];
  /** LineStrings: where doors lead from one area to another, or into a room. */
  readonly doors: readonly PlanFeature[];
  /** How many features the reader left out, by reason in words. */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly locate: Locate;
  readonly problems: readonly Problem[];
}

export interface PlanFeature {
  readonly row: number;
  readonly value: unknown;
}
