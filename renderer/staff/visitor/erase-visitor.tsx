import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffRefusal, VisitorDetails } from '../../../domain/protocol/staff-calls.ts';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { StaffField } from '../controls/staff-field.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { isSameCode } from './is-same-code.ts';
import { nameOf } from './name-of.ts';

interface EraseVisitorProps {
  readonly details: VisitorDetails;
  readonly onEnd: () => void;
}

/** Consent withdrawn: says what goes, and asks for the claim code, because nothing brings it back. */
export function EraseVisitor({ details, onEnd }: EraseVisitorProps) {
  const { t } = useTranslation();
  const { client, go, setQuery } = useStaffWorld();
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<StaffRefusal | null>(null);
  const [erased, setErased] = useState<number | null>(null);
  const [isErasing, setIsErasing] = useState(false);
  const { visitor, claimCode } = details;
  const isConfirmed = isSameCode(typed, claimCode);

  const erase = async () => {
    if (!isConfirmed || visitor === null) return;
    setIsErasing(true);
    const answer = await client.call('eraseVisitor', { visitor });
    setIsErasing(false);
    if (answer.ok) {
      setErased(answer.value.records);
      setQuery('');
    } else setRefusal(answer.reason);
  };

  if (erased !== null) {
    return (
      <>
        <StaffHeading>{t('staffVisitors.erase.title')}</StaffHeading>
        <Notice kind="good">{t('staffVisitors.erase.done', { count: erased })}</Notice>
        <div className="staff-actions">
          <StaffButton
            kind="primary"
            onPress={() => {
              go({ page: 'find' });
            }}
          >
            {t('staffVisitors.erase.find')}
          </StaffButton>
        </div>
      </>
    );
  }
  return (
    <>
      <StaffHeading onBack={onEnd}>{t('staffVisitors.erase.title')}</StaffHeading>
      <div className="staff-form">
        <p>
          <strong dir="auto">{nameOf(details)}</strong>
        </p>
        <p>{t('staffVisitors.erase.what')}</p>
        <Notice kind="bad">{t('staffVisitors.erase.undo')}</Notice>
        <StaffField
          label={t('staffVisitors.erase.confirm', { code: claimCode ?? '' })}
          layout="code"
          value={typed}
          onChange={setTyped}
        />
        {refusal === null ? null : <Refused refusal={refusal} />}
        <div className="staff-actions">
          <StaffButton kind="quiet" onPress={onEnd}>
            {t('staff.cancel')}
          </StaffButton>
          <StaffButton kind="danger" isDisabled={!isConfirmed || isErasing} onPress={() => void erase()}>
            {t('staffVisitors.erase.button')}
          </StaffButton>
        </div>
      </div>
    </>
  );
}
