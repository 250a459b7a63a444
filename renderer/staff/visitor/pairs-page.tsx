import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffAnswer } from '../../../domain/protocol/staff-calls.ts';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { useAnswer } from '../use-answer.ts';
import { DecisionDone } from './decision-done.tsx';
import { nameOf } from './name-of.ts';
import { PairDecision } from './pair-decision.tsx';
import { useDecision } from './use-decision.ts';
import './visitor.css';

type Pair = StaffAnswer<'listPairs'>['pairs'][number];

/** Everybody who may be here twice, and what was decided. */
export function PairsPage() {
  const { t } = useTranslation();
  const { answer, refusal, ask } = useAnswer('listPairs', {});
  const decider = useDecision(ask);
  return (
    <>
      <StaffHeading>{t('staff.pages.pairs')}</StaffHeading>
      {refusal === null ? null : <Refused refusal={refusal} onRetry={ask} />}
      <DecisionDone decider={decider} />
      {answer === null && refusal === null ? <p role="status">{t('staff.waiting')}</p> : null}
      {answer?.pairs.length === 0 ? <Notice kind="plain">{t('staffVisitors.pairs.none')}</Notice> : null}
      {answer && answer.pairs.length > 0 ? <p className="staff-note">{t('staffVisitors.pairs.intro')}</p> : null}
      <ul className="pairs">
        {answer?.pairs.map((pair) => (
          <li key={pair.pair}>
            <PairLine pair={pair} decider={decider} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface PairLineProps {
  readonly pair: Pair;
  readonly decider: ReturnType<typeof useDecision>;
}

function PairLine({ pair: { pair, kind, state, first, second }, decider }: PairLineProps) {
  const { t } = useTranslation();
  const { staff } = useStaffWorld();
  const [isOpen, setIsOpen] = useState(false);
  const isDecided = state === 'merged' || state === 'dismissed';
  return (
    <>
      <div className="pair-line">
        <span>
          <strong dir="auto">{first ? nameOf(first) : '…'}</strong>
          <span className="staff-note">
            {first?.claimCode} · {second?.claimCode} · {t(`staffVisitors.pairs.kind.${kind}`)}
          </span>
        </span>
        <span className="staff-pill">{t(`staffVisitors.pairs.state.${state}`)}</span>
        {isDecided ? (
          staff.role === 'supervisor' ? (
            <StaffButton
              isDisabled={decider.isDeciding}
              label={`${t('staffVisitors.pairs.undo')}: ${first ? nameOf(first) : ''}`}
              onPress={() => {
                decider.decide(pair, 'undo');
              }}
            >
              {t('staffVisitors.pairs.undo')}
            </StaffButton>
          ) : null
        ) : (
          <StaffButton
            isExpanded={isOpen}
            label={`${t('staffVisitors.pairs.compare')}: ${first ? nameOf(first) : ''}`}
            onPress={() => {
              setIsOpen(!isOpen);
            }}
          >
            {t('staffVisitors.pairs.compare')}
          </StaffButton>
        )}
      </div>
      {isOpen && !isDecided ? (
        first && second ? (
          <PairDecision
            first={first}
            second={second}
            isDeciding={decider.isDeciding}
            onMerge={() => {
              decider.decide(pair, 'merge');
            }}
            onDismiss={() => {
              decider.decide(pair, 'dismiss');
            }}
          />
        ) : (
          <p className="staff-note">{t('staffVisitors.pairs.gone')}</p>
        )
      ) : null}
    </>
  );
}
