import { useMemo } from 'react';
import { jobLevels, type Job, type JobLevel } from '../../domain/job.ts';
import type { Field } from '../../domain/match/fields.ts';
import { listMatters } from '../../domain/match/fit-matter.ts';
import type { Matter } from '../../domain/match/wishes.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useMatchPlace } from './match-place.ts';
import { useFields } from './match-results.ts';

export const mostChoices = 7;

export type MatchStep = 'field' | 'level' | 'skills' | 'languages' | 'matters';

/** What an event's jobs let a visitor be asked. */
interface Askable {
  readonly fields: readonly Field[];
  readonly levels: readonly JobLevel[];
  readonly languages: readonly string[];
  readonly matters: readonly Matter[];
  /** The questions in their order; one to which there is nothing to choose does not appear. */
  readonly steps: readonly MatchStep[];
}

export function useAskable(): Askable {
  const { jobs } = useCatalogue();
  const place = useMatchPlace();
  const fields = useFields();
  return useMemo(() => {
    const there = new Set(jobs.map(({ level }) => level));
    const levels = jobLevels.filter((level) => there.has(level));
    const languages = listLanguages(jobs);
    const matters = listMatters(jobs, place);
    const isAskable: Readonly<Record<MatchStep, boolean>> = {
      field: fields.length > 1,
      level: levels.length > 1,
      skills: jobs.some(({ skills }) => skills.length > 0),
      languages: languages.length > 1,
      matters: matters.length > 0,
    };
    const order = ['field', 'level', 'skills', 'languages', 'matters'] as const;
    return { fields, levels, languages, matters, steps: order.filter((step) => isAskable[step]) };
  }, [jobs, place, fields]);
}

/** That most jobs ask for. */
function listLanguages(jobs: readonly Job[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const code of jobs.flatMap(({ languages }) => languages)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, mostChoices)
    .map(([code]) => code);
}
