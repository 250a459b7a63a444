import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffRefusal, VisitorDetails } from '../../../domain/protocol/staff-calls.ts';
import { Refused } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';
import { VisitorSearch } from '../find/visitor-search.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { useAnswer } from '../use-answer.ts';
import { DecisionDone } from './decision-done.tsx';
import { PairDecision } from './pair-decision.tsx';
import { useDecision } from './use-decision.ts';

interface MergeByHandProps {
  readonly details: VisitorDetails;
  readonly onEnd: () => void;
}

/** Two that staff know to be one person: find the other, compare, merge. */
export function MergeByHand({ details, onEnd }: MergeByHandProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [other, setOther] = useState<string | null>(null);
  const [hint, setHint] = useState(true);
  return (
    <>
      <StaffHeading onBack={onEnd}>{t('staffVisitors.pairs.byHandTitle')}</StaffHeading>
      {other === null ? (
        <>
          {hint ? <p>{t('staffVisitors.pairs.byHandHint')}</p> : null}
          <VisitorSearch
            query={query}
            onQuery={(text) => {
              setQuery(text);
              setHint(text === '');
            }}
            onChoose={({ visitor }) => {
              if (visitor !== null && visitor !== details.visitor) setOther(visitor);
            }}
          />
        </>
      ) : (
        <CompareWith
          details={details}
          other={other}
          onOther={() => {
            setOther(null);
          }}
          onEnd={onEnd}
        />
      )}
    </>
  );
}

interface CompareWithProps extends MergeByHandProps {
  readonly other: string;
  readonly onOther: () => void;
}

function CompareWith({ details, other, onOther, onEnd }: CompareWithProps) {
  const { t } = useTranslation();
  const { client } = useStaffWorld();
  const { answer, refusal: unread, ask } = useAnswer('readVisitor', { visitor: other });
  const [refusal, setRefusal] = useState<StaffRefusal | null>(null);
  const [isMerging, setIsMerging] = useState(false);
  const [pair, setPair] = useState<number | null>(null);
  const decider = useDecision(ask);

  const merge = async () => {
    if (details.visitor === null) return;
    setIsMerging(true);
    const merged = await client.call('mergeVisitors', { first: details.visitor, second: other });
    setIsMerging(false);
    if (merged.ok) setPair(merged.value.pair);
    else setRefusal(merged.reason);
  };

  if (unread !== null) return <Refused refusal={unread} onRetry={ask} />;
  if (!answer) return <p role="status">{t('staff.waiting')}</p>;
  if (pair !== null) {
    return (
      <>
        <DecisionDone decider={decider.done ? decider : { ...decider, done: { pair, decision: 'merge' } }} />
        <div className="staff-actions">
          <StaffButton kind="primary" onPress={onEnd}>
            {t('staff.back')}
          </StaffButton>
        </div>
      </>
    );
  }
  return (
    <>
      {refusal === null ? null : <Refused refusal={refusal} />}
      <PairDecision first={details} second={answer} isDeciding={isMerging} onMerge={() => void merge()} />
      <StaffButton kind="quiet" onPress={onOther}>
        {t('staffVisitors.erase.find')}
      </StaffButton>
    </>
  );
}
