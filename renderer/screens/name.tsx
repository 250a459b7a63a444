import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/text-field.tsx';
import { findUncovered } from '../documents/coverage/find-uncovered.ts';
import { checkNames } from '../visit/check-draft.ts';
import { Step } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';
import { useErrorWords } from '../words/use-error-words.ts';
import { BadgePreview } from './badge-preview.tsx';
import './name.css';

export function NameScreen() {
  const { t } = useTranslation();
  const { draft, change, go, language } = useVisit();
  const explain = useErrorWords();
  const [isChecked, setIsChecked] = useState(false);
  // The keys write Chinese; a reader of English most likely begins with Latin letters.
  const takesOwn = language !== 'en' || draft.own !== '';
  const problems = checkNames(draft, findUncovered);
  const words = (problem: typeof problems.own) => (isChecked && problem ? explain(problem) : null);
  return (
    <Step
      step="name"
      question={t('register.name.question')}
      hint={t('register.name.hint')}
      aside={<BadgePreview draft={draft} />}
      primary={
        <Button
          kind="primary"
          onPress={() => {
            if (problems.own || problems.latin) setIsChecked(true);
            else go({ name: 'contact' });
          }}
        >
          {t('register.next')}
        </Button>
      }
    >
      <div className="name-fields">
        <TextField
          label={t('register.name.own')}
          placeholder={t('register.name.ownExample')}
          layout="own-script"
          takesFocus={takesOwn}
          value={draft.own}
          error={words(problems.own)}
          onChange={(own) => {
            change({ own });
          }}
        />
        <TextField
          label={t('register.name.latin')}
          placeholder={t('register.name.latinExample')}
          layout="text"
          takesFocus={!takesOwn}
          value={draft.latin}
          error={words(problems.latin)}
          onChange={(latin) => {
            change({ latin });
          }}
        />
      </div>
    </Step>
  );
}
