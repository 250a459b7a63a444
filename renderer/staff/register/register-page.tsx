import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as createId } from 'uuid';
import { localise, type Language } from '../../../domain/localised.ts';
import type { StaffRefusal } from '../../../domain/protocol/staff-calls.ts';
import { completeDraft, emptyDraft, type Draft } from '../../visit/draft.ts';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { StaffCheck, StaffChoice } from '../controls/staff-choice.tsx';
import { StaffError } from '../controls/notice.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { useFormWords } from '../use-staff-words.ts';
import { RegisterFields } from './register-fields.tsx';
import './register.css';

/** The visitor's own form on one page: what they agree to first, then the same fields with the same checks. */
export function RegisterPage() {
  const { t } = useTranslation();
  const { client, event, language, go } = useStaffWorld();
  const explain = useFormWords();
  const consentId = useId();
  const [spoken, setSpoken] = useState<Language>(language);
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [isChecked, setIsChecked] = useState(false);
  const [isSaving, setIsSaving] = useState(false);
  const [refusal, setRefusal] = useState<StaffRefusal | null>(null);
  // One id for as long as the form stands: pressed again after a lost answer, it is the same registration.
  const id = useRef(createId());
  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
  };

  const save = async () => {
    const registration = completeDraft(draft, spoken);
    if (!registration) {
      setIsChecked(true);
      return;
    }
    setIsSaving(true);
    const answer = await client.call('register', { id: id.current, registration });
    setIsSaving(false);
    if (!answer.ok) setRefusal(answer.reason);
    else if (answer.value.visitor !== null) {
      go({ page: 'find', visitor: { visitor: answer.value.visitor }, done: 'registered' });
    }
  };

  if (!event) return <p role="status">{t('staff.waiting')}</p>;
  const statement = localise(event.collectionStatement, spoken);
  return (
    <>
      <StaffHeading>{t('staffVisitors.register.title')}</StaffHeading>
      <div className="staff-form">
        <StaffChoice
          label={t('staffVisitors.register.speak')}
          options={event.languages.map((each) => ({ id: each, name: t(`languageName.${each}`) }))}
          value={spoken}
          onChange={(chosen) => {
            setSpoken(chosen);
            // They agreed to another text.
            change({ consent: false });
          }}
        />
        <section className="register-statement" aria-labelledby={consentId}>
          <h2 id={consentId}>{t('staffVisitors.register.statement')}</h2>
          <div lang={statement.language}>
            {statement.text.split(/\n\s*\n/).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </section>
        <div>
          <StaffCheck
            isChecked={draft.consent}
            onChange={(consent) => {
              change({ consent });
            }}
          >
            {t('staffVisitors.register.agreed')}
          </StaffCheck>
          <StaffError id={`${consentId}-error`}>
            {isChecked && !draft.consent ? explain('consent-missing') : null}
          </StaffError>
        </div>
        <RegisterFields {...{ draft, change, isChecked, event }} />
        {isChecked && completeDraft(draft, spoken) === null ? (
          <Notice kind="bad">{t('staffVisitors.register.incomplete')}</Notice>
        ) : null}
        {refusal === null ? null : <Refused refusal={refusal} />}
        <div className="staff-actions">
          <StaffButton kind="primary" isDisabled={isSaving} onPress={() => void save()}>
            {t('staffVisitors.register.save')}
          </StaffButton>
        </div>
      </div>
    </>
  );
}
