import type { Job } from '../../domain/job.ts';

/** A longer one makes no short question. */
const longest = 14;

/** The skill that most companies of the event look for; null where jobs name none. Ties by name: the order of the jobs does not matter. */
export function findWantedSkill(jobs: readonly Job[]): string | null {
  const companies = new Map<string, Set<string>>();
  for (const { skills, company } of jobs) {
    for (const skill of skills) companies.set(skill, (companies.get(skill) ?? new Set()).add(company));
  }
  const [best] = [...companies]
    .filter(([skill]) => skill.length <= longest)
    .toSorted(([a, one], [b, other]) => other.size - one.size || (a < b ? -1 : 1));
  return best?.[0] ?? null;
}
