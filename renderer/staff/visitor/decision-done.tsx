import { useTranslation } from 'react-i18next';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import type { useDecision } from './use-decision.ts';

const words = { merge: 'merged', dismiss: 'dismissed', undo: 'undone' } as const;

/** What was decided last, with the way back. */
export function DecisionDone({ decider }: { readonly decider: ReturnType<typeof useDecision> }) {
  const { t } = useTranslation();
  const { done, refusal, isDeciding, decide } = decider;
  if (refusal !== null) return <Refused refusal={refusal} />;
  if (!done) return null;
  return (
    <Notice kind="good">
      <p>{t(`staffVisitors.pairs.${words[done.decision]}`)}</p>
      {done.decision === 'undo' ? null : (
        <StaffButton
          isDisabled={isDeciding}
          onPress={() => {
            decide(done.pair, 'undo');
          }}
        >
          {t('staffVisitors.pairs.undo')}
        </StaffButton>
      )}
    </Notice>
  );
}
