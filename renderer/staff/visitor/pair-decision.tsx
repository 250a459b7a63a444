import { useTranslation } from 'react-i18next';
import { StaffButton } from '../controls/staff-button.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { CompareVisitors, type PairSide } from './compare-visitors.tsx';

interface PairDecisionProps {
  readonly first: PairSide;
  readonly second: PairSide;
  readonly isDeciding: boolean;
  readonly onMerge: () => void;
  /** Absent where nobody said that they were the same. */
  readonly onDismiss?: () => void;
}

/** Compare, then decide. Whoever may not decide compares only. */
export function PairDecision({ first, second, isDeciding, onMerge, onDismiss }: PairDecisionProps) {
  const { t } = useTranslation();
  const { staff } = useStaffWorld();
  return (
    <div className="pair-decision">
      <CompareVisitors first={first} second={second} />
      {staff.role === 'supervisor' ? (
        <>
          <p className="staff-note">{t('staffVisitors.pairs.mergeNote')}</p>
          <div className="staff-actions">
            {onDismiss ? (
              <StaffButton isDisabled={isDeciding} onPress={onDismiss}>
                {t('staffVisitors.pairs.dismiss')}
              </StaffButton>
            ) : null}
            <StaffButton kind="primary" isDisabled={isDeciding} onPress={onMerge}>
              {t('staffVisitors.pairs.merge')}
            </StaffButton>
          </div>
        </>
      ) : (
        <p className="staff-note">{t('staffVisitors.pairs.onlySupervisor')}</p>
      )}
    </div>
  );
}
