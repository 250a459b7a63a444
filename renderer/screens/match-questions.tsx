import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import { listSkillSuggestions } from '../../domain/match/skill-suggestions.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useVisit } from '../visit/visit.tsx';
import { useWorkLanguage } from './find-names.ts';
import { MatchChoices } from './match-choices.tsx';
import { mostChoices, useAskable } from './match-askable.ts';
import { useSkillWords } from './match-results.ts';
import { useSkillName } from './match-words.ts';

interface QuestionProps {
  /** A question with one answer is done with it. */
  readonly onAnswered: () => void;
}

export function FieldQuestion({ onAnswered }: QuestionProps) {
  const { t } = useTranslation();
  const { wishes, wish, language } = useVisit();
  return (
    <MatchChoices
      label={t('match.field.question')}
      choices={useAskable().fields.map(({ id, name }) => ({ id, name: localise(name, language).text }))}
      chosen={wishes.field === null ? [] : [wishes.field]}
      onChange={(field, isChosen) => {
        // The skills on offer are another field's from now on; those that were chosen stay.
        wish({ field: isChosen ? field : null });
        if (isChosen) onAnswered();
      }}
    />
  );
}

export function LevelQuestion({ onAnswered }: QuestionProps) {
  const { t } = useTranslation();
  const { levels } = useAskable();
  const { wishes, wish } = useVisit();
  return (
    <MatchChoices
      label={t('match.level.question')}
      choices={levels.map((id) => ({ id, name: t(`match.levelName.${id}`) }))}
      chosen={wishes.level === null ? [] : [wishes.level]}
      onChange={(id, isChosen) => {
        wish({ level: isChosen ? (levels.find((level) => level === id) ?? null) : null });
        if (isChosen) onAnswered();
      }}
    />
  );
}

export function SkillsQuestion() {
  const { t } = useTranslation();
  const { jobs } = useCatalogue();
  const { wishes, wish } = useVisit();
  const { fields } = useAskable();
  const skillWords = useSkillWords();
  const skillName = useSkillName();
  const [page, setPage] = useState(0);
  const suggestions = useMemo(
    () => listSkillSuggestions({ jobs, field: fields.find(({ id }) => id === wishes.field) ?? null, skillWords }),
    [jobs, fields, wishes.field, skillWords],
  );
  const hasMore = suggestions.length > mostChoices;
  const size = hasMore ? mostChoices - 1 : mostChoices;
  const start = (page * size) % Math.max(1, Math.ceil(suggestions.length / size) * size);
  return (
    <MatchChoices
      label={t('match.skills.question')}
      choices={suggestions.slice(start, start + size).map(({ id }) => ({ id, name: skillName(id) }))}
      chosen={wishes.skills}
      onChange={(id, isChosen) => {
        wish({ skills: toggle(wishes.skills, id, isChosen) });
      }}
      more={
        hasMore
          ? {
              name: t('match.skills.more'),
              onPress: () => {
                setPage(page + 1);
              },
            }
          : null
      }
    />
  );
}

export function LanguagesQuestion() {
  const { t } = useTranslation();
  const { languages } = useAskable();
  const { wishes, wish } = useVisit();
  const nameOf = useWorkLanguage();
  return (
    <MatchChoices
      label={t('match.languages.question')}
      choices={languages.map((id) => ({ id, name: nameOf(id) }))}
      chosen={wishes.languages}
      onChange={(id, isChosen) => {
        wish({ languages: toggle(wishes.languages, id, isChosen) });
      }}
    />
  );
}

export function MattersQuestion() {
  const { t } = useTranslation();
  const { matters } = useAskable();
  const { wishes, wish } = useVisit();
  return (
    <MatchChoices
      label={t('match.matters.question')}
      choices={matters.map((id) => ({ id, name: t(`match.matter.${id}`) }))}
      chosen={wishes.matters}
      onChange={(id, isChosen) => {
        const matter = matters.find((each) => each === id);
        if (matter) wish({ matters: toggle(wishes.matters, matter, isChosen) });
      }}
    />
  );
}

function toggle<Id extends string>(chosen: readonly Id[], id: Id, isChosen: boolean): Id[] {
  return [...chosen.filter((other) => other !== id), ...(isChosen ? [id] : [])];
}
