import { useMemo } from 'react';
import { listFields, type Field } from '../../domain/match/fields.ts';
import { rankJobs, type Match } from '../../domain/match/rank-jobs.ts';
import { createSkillWords, type SkillWords } from '../../domain/match/skill-words.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useVisit } from '../visit/visit.tsx';
import { useMatchPlace } from './match-place.ts';

export function useSkillWords(): SkillWords {
  const { skills } = useCatalogue();
  return useMemo(() => createSkillWords(skills), [skills]);
}

export function useFields(): readonly Field[] {
  const { event } = useCatalogue();
  return useMemo(() => listFields(event), [event]);
}

/** All jobs by how well they fit what the visitor has answered so far. All of it happens here: the host is not asked. */
export function useMatches(): readonly Match[] {
  const { jobs } = useCatalogue();
  const { wishes } = useVisit();
  const fields = useFields();
  const place = useMatchPlace();
  const skillWords = useSkillWords();
  return useMemo(
    () => rankJobs({ jobs, wishes, fields, place, skillWords }),
    [jobs, wishes, fields, place, skillWords],
  );
}

/** That break no condition and miss nothing. */
export function countFull(matches: readonly Match[]): number {
  return matches.filter(({ isRuledOut, misses, reasons }) => !isRuledOut && misses.length === 0 && reasons.length > 0)
    .length;
}
