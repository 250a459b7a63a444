import type { Job, JobLevel } from '../job.ts';
import { fitField, type Field } from './fields.ts';
import { fitMatter, type MatchPlace } from './fit-matter.ts';
import { needsSkill } from './skill-suggestions.ts';
import { plainSkills, type SkillWords } from './skill-words.ts';
import type { Matter, Wishes } from './wishes.ts';

/** Why a job fits, or in `misses` what of a wish it does not have. Codes with their parameters: the screens have the words. */
export type Reason =
  /** `isSure`: in title or skills, and not only somewhere in the text. */
  | { readonly kind: 'field'; readonly field: string; readonly isSure: boolean }
  /** In a miss, the level that the job has. */
  | { readonly kind: 'level'; readonly level: JobLevel }
  | { readonly kind: 'skills'; readonly skills: readonly string[] }
  /** What the job needs; in a miss, what the visitor did not choose of it. */
  | { readonly kind: 'languages'; readonly languages: readonly string[] }
  | { readonly kind: 'matter'; readonly matter: Matter };

export interface Match {
  readonly job: Job;
  /** Sum of the points of its reasons. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly misses: readonly Reason[];
  /** It breaks a wish that is a condition: a language the visitor did not choose, or nights when regular hours were asked for. */
  readonly isRuledOut: boolean;
}

/**
 * Points of one wish that is met. The field says most, then the level and the language; each skill counts by itself, so three that
 * fit outweigh a field whose words the advertisement happens not to use.
 */
export const points = { field: 4, level: 3, languages: 3, skill: 2, matter: 2 } as const;

/**
 * Every job with how well it fits, the best first. The score is the sum over the wishes that are met, nothing is taken away and nothing is
 * divided, hence:
 * - one more skill that a job has never lowers it, neither its score nor its rank;
 * - a job that meets every wish stands above each that meets only some of them;
 * - every point has its reason.
 *
 * Jobs that are ruled out stand last. Among equals, first those whose title or skills say the field, then the newest, then by id, so that the order
 * of the jobs given does not matter.
 */
export function rankJobs(task: {
  readonly jobs: readonly Job[];
  readonly wishes: Wishes;
  readonly fields: readonly Field[];
  readonly place: MatchPlace;
  readonly skillWords?: SkillWords;
}): readonly Match[] {
  const { jobs, wishes, fields, place, skillWords = plainSkills } = task;
  const field = fields.find(({ id }) => id === wishes.field) ?? null;
  return jobs
    .map((job) => {
      const surety = field ? fitField(job, field) : null;
      return {
        match: matchJob({ job, wishes, place, skillWords, field: field && { id: field.id, surety } }),
        surety,
      };
    })
    .toSorted(
      (a, b) =>
        Number(a.match.isRuledOut) - Number(b.match.isRuledOut) ||
        b.match.score - a.match.score ||
        Number(b.surety === 'sure') - Number(a.surety === 'sure') ||
        compare(b.match.job.posted ?? '', a.match.job.posted ?? '') ||
        compare(a.match.job.id, b.match.job.id),
    )
    .map(({ match }) => match);
}

interface JobAndWishes {
  readonly job: Job;
  readonly wishes: Wishes;
  readonly place: MatchPlace;
  readonly skillWords: SkillWords;
  readonly field: { readonly id: string; readonly surety: ReturnType<typeof fitField> } | null;
}

function matchJob({ job, wishes, place, skillWords, field }: JobAndWishes): Match {
  const reasons: Reason[] = [];
  const misses: Reason[] = [];
  let score = 0;
  const judge = (isMet: boolean, reason: Reason, worth: number) => {
    (isMet ? reasons : misses).push(reason);
    if (isMet) score += worth;
  };

  const needed = wishes.skills.filter((skill) => needsSkill(job, skill, skillWords));
  const unneeded = wishes.skills.filter((skill) => !needed.includes(skill));
  if (needed.length > 0) judge(true, { kind: 'skills', skills: needed }, points.skill * needed.length);
  if (unneeded.length > 0) judge(false, { kind: 'skills', skills: unneeded }, 0);
  if (field) {
    const { id, surety } = field;
    judge(surety !== null, { kind: 'field', field: id, isSure: surety === 'sure' }, points.field);
  }
  if (wishes.level !== null && job.level !== undefined) {
    judge(job.level === wishes.level, { kind: 'level', level: job.level }, points.level);
  }
  const unknown = job.languages.filter((language) => !wishes.languages.includes(language));
  const isLanguageAsked = wishes.languages.length > 0 && job.languages.length > 0;
  if (isLanguageAsked) {
    const isMet = unknown.length === 0;
    judge(isMet, { kind: 'languages', languages: isMet ? job.languages : unknown }, points.languages);
  }
  for (const matter of wishes.matters) {
    const fits = fitMatter(matter, job, place);
    if (fits !== null) judge(fits, { kind: 'matter', matter }, points.matter);
  }
  const isRuledOut =
    (isLanguageAsked && unknown.length > 0) ||
    misses.some((miss) => miss.kind === 'matter' && miss.matter === 'regular-hours');
  return { job, score, reasons, misses, isRuledOut };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
