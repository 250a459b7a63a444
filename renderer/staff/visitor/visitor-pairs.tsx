import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitorDetails } from '../../../domain/protocol/staff-calls.ts';
import { Refused } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { useAnswer } from '../use-answer.ts';
import { DecisionDone } from './decision-done.tsx';
import { PairDecision } from './pair-decision.tsx';
import { useDecision } from './use-decision.ts';

interface VisitorPairsProps {
  readonly details: VisitorDetails;
  readonly onChanged: () => void;
}

type Pair = VisitorDetails['pairs'][number];

/** Who may be the same person as this visitor, and who was made one with them. */
export function VisitorPairs({ details, onChanged }: VisitorPairsProps) {
  const { t } = useTranslation();
  const decider = useDecision(onChanged);
  const { pairs } = details;
  if (pairs.length === 0 && !decider.done) return null;
  return (
    <section className="visitor-pairs">
      <h2>{t('staffVisitors.pairs.title')}</h2>
      <DecisionDone decider={decider} />
      <ul>
        {pairs.map((pair) => (
          <li key={pair.pair}>
            {pair.state === 'merged' ? (
              <MergedPair pair={pair} decider={decider} />
            ) : (
              <OpenPair pair={pair} details={details} decider={decider} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PairProps {
  readonly pair: Pair;
  readonly decider: ReturnType<typeof useDecision>;
}

function MergedPair({ pair, decider }: PairProps) {
  const { t } = useTranslation();
  const { staff } = useStaffWorld();
  return (
    <div className="pair-line">
      <span>{t('staffVisitors.pairs.merged')}</span>
      {staff.role === 'supervisor' && decider.done?.pair !== pair.pair ? (
        <StaffButton
          isDisabled={decider.isDeciding}
          onPress={() => {
            decider.decide(pair.pair, 'undo');
          }}
        >
          {t('staffVisitors.pairs.undo')}
        </StaffButton>
      ) : null}
    </div>
  );
}

function OpenPair({ pair, details, decider }: PairProps & { readonly details: VisitorDetails }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <div className="pair-line">
        <span>{t(`staffVisitors.pairs.state.${pair.state}`)}</span>
        <StaffButton
          isExpanded={isOpen}
          onPress={() => {
            setIsOpen(!isOpen);
          }}
        >
          {t('staffVisitors.pairs.compare')}
        </StaffButton>
      </div>
      {isOpen ? <ComparedPair pair={pair} details={details} decider={decider} /> : null}
    </>
  );
}

function ComparedPair({ pair, details, decider }: PairProps & { readonly details: VisitorDetails }) {
  const { t } = useTranslation();
  const { answer, refusal, ask } = useAnswer('readVisitor', { visitor: pair.other });
  if (refusal !== null) return <Refused refusal={refusal} onRetry={ask} />;
  if (!answer) return <p role="status">{t('staff.waiting')}</p>;
  return (
    <PairDecision
      first={details}
      second={answer}
      isDeciding={decider.isDeciding}
      onMerge={() => {
        decider.decide(pair.pair, 'merge');
      }}
      onDismiss={() => {
        decider.decide(pair.pair, 'dismiss');
      }}
    />
  );
}
