import { CheckboxButton, CheckboxField } from 'react-aria-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { FieldError } from '../controls/field-error.tsx';
import { Step } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';
import { useErrorWords } from '../words/use-error-words.ts';
import './consent.css';

/** The collection statement (PICS), before the first field. */
export function ConsentScreen() {
  const { t } = useTranslation();
  const { event } = useCatalogue();
  const { language, draft, change, go } = useVisit();
  const explain = useErrorWords();
  const [isMissing, setIsMissing] = useState(false);
  const statement = localise(event.collectionStatement, language);
  return (
    <Step
      step="consent"
      question={t('register.consent.question')}
      isReading
      hint={
        <div className="consent-statement" lang={statement.language}>
          {statement.text.split(/\n\s*\n/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      }
      primary={
        <Button
          kind="primary"
          onPress={() => {
            if (draft.consent) go({ name: 'name' });
            else setIsMissing(true);
          }}
        >
          {t('register.consent.next')}
        </Button>
      }
    >
      <div>
        <CheckboxField
          className="choice-field"
          isSelected={draft.consent}
          onChange={(consent) => {
            change({ consent });
            setIsMissing(false);
          }}
        >
          <CheckboxButton className="choice consent-choice">
            <span className="choice-mark" aria-hidden="true" />
            {t('register.consent.agree')}
          </CheckboxButton>
        </CheckboxField>
        <FieldError>{isMissing ? explain('consent-missing') : null}</FieldError>
      </div>
    </Step>
  );
}
