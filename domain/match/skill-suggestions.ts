import type { Job } from '../job.ts';
import { fitField, type Field } from './fields.ts';
import { foldJob, hasWord } from './job-text.ts';
import { plainSkills, type SkillWords } from './skill-words.ts';

export interface SkillSuggestion {
  /** However it is written, one skill has one id. */
  readonly id: string;
  /** As most of the jobs write it. */
  readonly name: string;
  /** Jobs of the field that ask for it. */
  readonly count: number;
}

/**
 * Skills that jobs ask for, those that say most about the field first: by the number of its jobs that need a skill, times the share of all
 * jobs with that skill that are of the field, so that what every field needs (Python) does not crowd out what only this one does
 * (SystemVerilog). Without a field, or where its jobs name no skills, by the number of all jobs. Ties by id: the order of the jobs does not matter.
 */
export function listSkillSuggestions(task: {
  readonly jobs: readonly Job[];
  readonly field: Field | null;
  readonly skillWords?: SkillWords;
}): readonly SkillSuggestion[] {
  const { jobs, field, skillWords = plainSkills } = task;
  const everywhere = countSkills(jobs, skillWords);
  const ofField = field ? jobs.filter((job) => fitField(job, field) !== null) : jobs;
  const inField = field ? countSkills(ofField, skillWords) : everywhere;
  const counts = inField.size > 0 ? inField : everywhere;
  return [...counts]
    .map(([id, { writings, count }]) => ({
      suggestion: { id, name: mostUsed(writings), count },
      weight: (count * count) / (everywhere.get(id)?.count ?? count),
    }))
    .toSorted((a, b) => b.weight - a.weight || (a.suggestion.id < b.suggestion.id ? -1 : 1))
    .map(({ suggestion }) => suggestion);
}

/** Whether a job asks for a skill: it lists it, or speaks of it, by any of its names. */
export function needsSkill(job: Job, skill: string, skillWords: SkillWords = plainSkills): boolean {
  const { skills, all } = foldJob(job);
  return skillWords.wordsOf(skill).some((word) => skills.has(word) || hasWord(all, word));
}

interface Counted {
  readonly writings: Map<string, number>;
  count: number;
}

function countSkills(jobs: readonly Job[], { idOf }: SkillWords): Map<string, Counted> {
  const counts = new Map<string, Counted>();
  for (const job of jobs) {
    for (const [id, writing] of new Map(job.skills.map((skill) => [idOf(skill), skill.trim()]))) {
      const counted = counts.get(id) ?? { writings: new Map<string, number>(), count: 0 };
      counted.count += 1;
      counted.writings.set(writing, (counted.writings.get(writing) ?? 0) + 1);
      counts.set(id, counted);
    }
  }
  return counts;
}

function mostUsed(writings: ReadonlyMap<string, number>): string {
  const [best] = [...writings].toSorted(([a, most], [b, other]) => other - most || (a < b ? -1 : 1));
  return best?.[0] ?? '';
}
