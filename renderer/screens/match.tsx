import { useTranslation } from 'react-i18next';
import { noWishes, type Wishes } from '../../domain/match/wishes.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { ProgressLine } from '../look/progress.tsx';
import { Step } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';
import { joinNames, useWorkLanguage } from './find-names.ts';
import {
  FieldQuestion,
  LanguagesQuestion,
  LevelQuestion,
  MattersQuestion,
  SkillsQuestion,
} from './match-questions.tsx';
import { useAskable, type MatchStep } from './match-askable.ts';
import { countFull, useMatches } from './match-results.ts';
import { MatchesScreen } from './matches.tsx';
import { useSkillName } from './match-words.ts';

/** One of five questions. Whoever goes back finds what was chosen; each can be skipped. */
export function MatchScreen({ step }: { readonly step: number }) {
  const { t } = useTranslation();
  const { go, wishes } = useVisit();
  const { steps } = useAskable();
  const name = steps[step];
  const isLast = step >= steps.length - 1;
  const goOn = () => {
    go(isLast ? { name: 'matches' } : { name: 'match', step: step + 1 });
  };
  // An event of which nothing can be asked, or one that has just changed.
  if (name === undefined) return <MatchesScreen />;
  const isAnswered = answers[name](wishes);
  return (
    <Step
      progress={
        <ProgressLine
          names={steps.map((each) => t(`match.steps.${each}`))}
          current={step}
          label={t('match.progress', { step: step + 1, steps: steps.length, name: t(`match.steps.${name}`) })}
        />
      }
      question={t(`match.${name}.question`)}
      hint={<Hint name={name} />}
      primary={
        <Button kind={isAnswered || isLast ? 'primary' : 'outline'} onPress={goOn}>
          {t(isLast ? 'match.show' : isAnswered ? 'match.next' : 'match.skip')}
        </Button>
      }
    >
      <Question name={name} onAnswered={goOn} />
    </Step>
  );
}

const answers: Readonly<Record<MatchStep, (wishes: Wishes) => boolean>> = {
  field: ({ field }) => field !== noWishes.field,
  level: ({ level }) => level !== noWishes.level,
  skills: ({ skills }) => skills.length > 0,
  languages: ({ languages }) => languages.length > 0,
  matters: ({ matters }) => matters.length > 0,
};

function Question({ name, onAnswered }: { readonly name: MatchStep; readonly onAnswered: () => void }) {
  switch (name) {
    case 'field':
      return <FieldQuestion onAnswered={onAnswered} />;
    case 'level':
      return <LevelQuestion onAnswered={onAnswered} />;
    case 'skills':
      return <SkillsQuestion />;
    case 'languages':
      return <LanguagesQuestion />;
    case 'matters':
      return <MattersQuestion />;
  }
}

/** How a question is answered, and once something is chosen, what: skills leave the screen when others are shown. */
function Hint({ name }: { readonly name: MatchStep }) {
  const { t } = useTranslation();
  const { wishes, language } = useVisit();
  const { jobs } = useCatalogue();
  const matches = useMatches();
  const skillName = useSkillName();
  const workLanguage = useWorkLanguage();
  const full = countFull(matches);
  const count = full > 0 ? t('match.fits', { count: full }) : null;
  switch (name) {
    case 'field':
      return <p>{t('match.field.hint')}</p>;
    case 'level':
      return <p>{count ?? t('jobs.count', { count: jobs.length })}</p>;
    case 'skills':
    case 'languages': {
      const names = name === 'skills' ? wishes.skills.map(skillName) : wishes.languages.map(workLanguage);
      const chosen = names.length > 0 ? t('match.chosen', { names: joinNames(names, language) }) : null;
      return <p>{[chosen ?? t(`match.${name}.hint`), count].filter((part) => part !== null).join(' · ')}</p>;
    }
    case 'matters':
      return <p>{[t('match.matters.hint'), count].filter((part) => part !== null).join(' · ')}</p>;
  }
}
