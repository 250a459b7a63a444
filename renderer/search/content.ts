import type { Company } from '../../domain/company.ts';
import type { Choice } from '../../domain/event.ts';
import type { FloorPlan } from '../../domain/floor-plan.ts';
import type { Job } from '../../domain/job.ts';
import type { Session } from '../../domain/session.ts';

/** What of an event can be searched. */
export interface SearchContent {
  readonly jobs: readonly Job[];
  readonly companies: readonly Company[];
  readonly sessions: readonly Session[];
  readonly floorPlan: FloorPlan | null;
  /** Groups of words that mean the same, added to those that Foyer knows. */
  readonly synonyms: readonly (readonly string[])[];
  /** The event's own names for the functions of its jobs. */
  readonly functions: readonly Choice[];
}
