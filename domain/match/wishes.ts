import type { JobLevel } from '../job.ts';

/** What may matter to a visitor beside field, level, skills and language: only what the data of an event can tell. */
export const matters = [
  'regular-hours',
  'close-by',
  'no-experience',
  'new',
  'permanent',
  'research',
  'cantonese',
] as const;
export type Matter = (typeof matters)[number];

/** The five answers of "Match me". Null or empty: skipped, and nothing is asked of the jobs. */
export interface Wishes {
  /** Id of a `Field`. */
  readonly field: string | null;
  readonly level: JobLevel | null;
  /** As `SkillSuggestion.id`. */
  readonly skills: readonly string[];
  /** What the visitor can work in, BCP 47 as in `Job.languages`. */
  readonly languages: readonly string[];
  readonly matters: readonly Matter[];
}

export const noWishes: Wishes = { field: null, level: null, skills: [], languages: [], matters: [] };

/** Whether anything at all was answered. */
export function hasWishes(wishes: Wishes): boolean {
  const { field, level, skills, languages, matters: chosen } = wishes;
  return field !== null || level !== null || skills.length + languages.length + chosen.length > 0;
}
