import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { visitorStatuses } from '../../domain/visitor-status.ts';
import { Button } from '../controls/button.tsx';
import { OneOf } from '../controls/choices.tsx';
import { TextField } from '../controls/text-field.tsx';
import { findUncovered } from '../documents/coverage/find-uncovered.ts';
import { checkField } from '../visit/check-draft.ts';
import { Step } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';
import { useErrorWords } from '../words/use-error-words.ts';

export function AboutScreen() {
  const { t } = useTranslation();
  const { draft, change, go } = useVisit();
  const explain = useErrorWords();
  const [isChecked, setIsChecked] = useState(false);
  const problem = checkField(draft, findUncovered);
  return (
    <Step
      step="about"
      question={t('register.about.question')}
      canHideKeyboard
      primary={
        <Button
          kind="primary"
          onPress={() => {
            if (draft.status === null || problem) setIsChecked(true);
            else go({ name: 'talent' });
          }}
        >
          {t('register.next')}
        </Button>
      }
    >
      <OneOf
        label={t('register.about.status')}
        value={draft.status}
        options={visitorStatuses.map((id) => ({ id, name: t(`register.status.${id}`) }))}
        error={isChecked && draft.status === null ? explain('choice-missing') : null}
        onChange={(status) => {
          change({ status });
        }}
      />
      <TextField
        label={t('register.about.field')}
        note={t('register.optional')}
        placeholder={t('register.about.fieldExample')}
        layout="text"
        value={draft.field}
        error={problem ? explain(problem) : null}
        onChange={(field) => {
          change({ field });
        }}
      />
    </Step>
  );
}
