import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as createId } from 'uuid';
import type { ErrorCode } from '../../domain/errors.ts';
import { localise } from '../../domain/localised.ts';
import { talentPoolChoices } from '../../domain/registration.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { AnyOf, OneOf } from '../controls/choices.tsx';
import { FieldError } from '../controls/field-error.tsx';
import { useKiosk } from '../kiosk.tsx';
import { completeDraft } from '../visit/draft.ts';
import { register } from '../visit/register.ts';
import { Step } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';
import { useErrorWords } from '../words/use-error-words.ts';

/** The last questions, and "Finish": the record is in the journal before the next screen says "registered". */
export function TalentScreen() {
  const { t } = useTranslation();
  const { event } = useCatalogue();
  const { bridge, database } = useKiosk();
  const { draft, change, go, language } = useVisit();
  const explain = useErrorWords();
  const [isChecked, setIsChecked] = useState(false);
  const [isFinishing, setIsFinishing] = useState(false);
  const [error, setError] = useState<ErrorCode | null>(null);
  // One id for as long as this screen stands, so that "Finish" pressed again after a lost answer finds the same record.
  const id = useRef(createId());

  const finish = async () => {
    const registration = completeDraft(draft, language);
    if (!registration) {
      setIsChecked(true);
      return;
    }
    setIsFinishing(true);
    setError(null);
    const registered = await register({ bridge, database, draft, id: id.current, registration });
    setIsFinishing(false);
    if (registered.ok) {
      change({ record: registered.value, registered: registration });
      go({ name: 'badge' });
    } else setError(registered.reason);
  };

  return (
    <Step
      step="about"
      question={t('register.talent.question')}
      primary={
        <Button kind="primary" isDisabled={isFinishing} onPress={() => void finish()}>
          {t('register.talent.finish')}
        </Button>
      }
    >
      <OneOf
        label={t('register.talent.visibility')}
        layout="column"
        value={draft.talentPool}
        options={talentPoolChoices.map((choice) => ({
          id: choice,
          name: t(`register.talent.${choice}`),
          note: t(`register.talent.${choice}Note`),
        }))}
        error={isChecked && draft.talentPool === null ? explain('choice-missing') : null}
        onChange={(talentPool) => {
          change({ talentPool });
        }}
      />
      {event.interests.length > 0 ? (
        <AnyOf
          label={t('register.talent.interests')}
          note={t('register.optional')}
          options={event.interests.map((interest) => ({
            id: interest.id,
            name: localise(interest.name, language).text,
          }))}
          value={draft.interests}
          onChange={(interests) => {
            change({ interests });
          }}
        />
      ) : null}
      <FieldError>{error ? explain(error) : null}</FieldError>
    </Step>
  );
}
