import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { standardMedia } from '../../../domain/print-job.ts';
import type { StaffRefusal, VisitorDetails } from '../../../domain/protocol/staff-calls.ts';
import { toSingleLine } from '../../../domain/text.ts';
import { findUncovered } from '../../documents/coverage/find-uncovered.ts';
import { checkField, checkNames } from '../../visit/check-draft.ts';
import { emptyDraft } from '../../visit/draft.ts';
import { subjectOf } from '../badge/badge-subject.ts';
import { VisitorBadge } from '../badge/visitor-badge.tsx';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { StaffField } from '../controls/staff-field.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { useFormWords } from '../use-staff-words.ts';

interface CorrectNameProps {
  readonly details: VisitorDetails;
  readonly onEnd: () => void;
}

/** Name and field anew, by the registration's own rules, with the badge that comes of it beside them. */
export function CorrectName({ details, onEnd }: CorrectNameProps) {
  const { t } = useTranslation();
  const { client, event, go, route } = useStaffWorld();
  const explain = useFormWords();
  const subject = subjectOf(details, event?.languages[0] ?? 'en');
  const [own, setOwn] = useState(subject.name.own);
  const [latin, setLatin] = useState(subject.name.latin);
  const [field, setField] = useState(subject.field);
  const [isUnchanged, setIsUnchanged] = useState(false);
  const [refusal, setRefusal] = useState<StaffRefusal | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const draft = { ...emptyDraft, own, latin, field };
  const problems = { ...checkNames(draft, findUncovered), field: checkField(draft, findUncovered) };
  const words = (problem: typeof problems.own) => (problem === null ? null : explain(problem));
  const name = { own: toSingleLine(own), latin: toSingleLine(latin) };

  const save = async () => {
    if (problems.own ?? problems.latin ?? problems.field) return;
    const isSame = name.own === subject.name.own && name.latin === subject.name.latin;
    if (isSame && toSingleLine(field) === subject.field) {
      setIsUnchanged(true);
      return;
    }
    if (details.visitor === null) return;
    setIsSaving(true);
    const answer = await client.call('correct', { visitor: details.visitor, name, field });
    setIsSaving(false);
    if (answer.ok) go({ page: route.page, visitor: { visitor: details.visitor }, done: 'corrected' });
    else setRefusal(answer.reason);
  };

  return (
    <>
      <StaffHeading onBack={onEnd}>{t('staffVisitors.correct.title')}</StaffHeading>
      <div className="staff-beside">
        <div className="staff-form">
          <StaffField
            label={t('register.name.own')}
            layout="own-script"
            value={own}
            error={words(problems.own)}
            onChange={setOwn}
          />
          <StaffField
            label={t('register.name.latin')}
            layout="text"
            value={latin}
            error={words(problems.latin)}
            onChange={setLatin}
          />
          <StaffField
            label={t('register.about.field')}
            note={t('register.optional')}
            layout="text"
            value={field}
            error={words(problems.field)}
            onChange={setField}
          />
          {isUnchanged ? <Notice kind="plain">{t('staffVisitors.correct.unchanged')}</Notice> : null}
          {refusal === null ? null : <Refused refusal={refusal} />}
          <div className="staff-actions">
            <StaffButton kind="quiet" onPress={onEnd}>
              {t('staff.cancel')}
            </StaffButton>
            <StaffButton kind="primary" isDisabled={isSaving} onPress={() => void save()}>
              {t('staffVisitors.correct.save')}
            </StaffButton>
          </div>
        </div>
        <VisitorBadge
          subject={{
            ...subject,
            name: name.own === '' && name.latin === '' ? { own: '', latin: '…' } : name,
            field: toSingleLine(field),
          }}
          media={standardMedia['72mm']}
          isReprint={false}
        />
      </div>
    </>
  );
}
