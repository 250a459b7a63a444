import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import type { Match, Reason } from '../../domain/match/rank-jobs.ts';
import { listSkillSuggestions } from '../../domain/match/skill-suggestions.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { walkingMinutes } from '../map/use-route.ts';
import { useVisit } from '../visit/visit.tsx';
import { joinNames, useWorkLanguage } from './find-names.ts';
import { useMatchPlace } from './match-place.ts';
import { useFields, useSkillWords } from './match-results.ts';

/** What a skill is called, by its id: as the event pack calls it, or else as most jobs write it. */
export function useSkillName(): (id: string) => string {
  const { jobs } = useCatalogue();
  const { language } = useVisit();
  const skillWords = useSkillWords();
  const writings = useMemo(
    () => new Map(listSkillSuggestions({ jobs, field: null, skillWords }).map(({ id, name }) => [id, name])),
    [jobs, skillWords],
  );
  return (id) => {
    const name = skillWords.nameOf(id);
    return name ? localise(name, language).text : (writings.get(id) ?? id);
  };
}

type Describe = (match: Match) => { readonly reasons: readonly string[]; readonly misses: readonly string[] };

/** A match's reasons, and what it misses, in the visitor's words. */
export function useMatchWords(): Describe {
  const { t } = useTranslation();
  const { language } = useVisit();
  const skillName = useSkillName();
  const workLanguage = useWorkLanguage();
  const fields = useFields();
  const { secondsTo } = useMatchPlace();
  const fieldName = (id: string) => {
    const field = fields.find((each) => each.id === id);
    return field ? localise(field.name, language).text : id;
  };
  const join = (names: readonly string[]) => joinNames(names, language);

  const describe = (reason: Reason, side: 'reason' | 'miss', match: Match): string => {
    switch (reason.kind) {
      case 'skills':
        return t(`match.${side}.skills`, { skills: join(reason.skills.map(skillName)) });
      case 'field': {
        const field = fieldName(reason.field);
        if (side === 'miss') return t('match.miss.field', { field });
        return t(reason.isSure ? 'match.reason.field' : 'match.reason.fieldLikely', { field });
      }
      case 'level': {
        const level = t(`match.reason.level.${reason.level}`);
        return side === 'miss' ? t('match.miss.level', { level: t(`job.level.${reason.level}`) }) : level;
      }
      case 'languages': {
        const named = join(reason.languages.map(workLanguage));
        if (side === 'miss') return t('match.miss.languages', { languages: named });
        return t('match.reason.languages', { languages: named, count: reason.languages.length });
      }
      case 'matter': {
        const minutes = walkingMinutes(secondsTo.get(match.job.company) ?? 0);
        return t(`match.${side}.matter.${reason.matter}`, { minutes });
      }
    }
  };
  return (match) => ({
    reasons: match.reasons.map((reason) => describe(reason, 'reason', match)),
    misses: match.misses.map((reason) => describe(reason, 'miss', match)),
  });
}
