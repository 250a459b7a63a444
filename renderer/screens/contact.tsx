import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/button.tsx';
import { OneOf } from '../controls/choices.tsx';
import { TextField } from '../controls/text-field.tsx';
import { checkContact } from '../visit/check-draft.ts';
import { Step } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';
import { useErrorWords } from '../words/use-error-words.ts';

export function ContactScreen() {
  const { t } = useTranslation();
  const { draft, change, go } = useVisit();
  const explain = useErrorWords();
  const [isChecked, setIsChecked] = useState(false);
  const kind = draft.contactKind;
  const problem = checkContact(draft);
  return (
    <Step
      step="contact"
      question={t('register.contact.question')}
      hint={t('register.contact.hint')}
      primary={
        <Button
          kind="primary"
          onPress={() => {
            if (problem) setIsChecked(true);
            else go({ name: 'about' });
          }}
        >
          {t('register.next')}
        </Button>
      }
    >
      <OneOf
        label={t('register.contact.question')}
        hideLabel
        layout="segments"
        value={kind}
        options={(['email', 'phone'] as const).map((id) => ({ id, name: t(`register.contact.${id}`) }))}
        onChange={(contactKind) => {
          change({ contactKind });
          setIsChecked(false);
        }}
      />
      <TextField
        key={kind}
        label={t(`register.contact.${kind}`)}
        placeholder={t(`register.contact.${kind}Example`)}
        layout={kind}
        takesFocus
        value={draft[kind]}
        error={isChecked && problem ? explain(problem) : null}
        onChange={(value) => {
          change({ [kind]: value });
        }}
      />
    </Step>
  );
}
