import { Eraser, GitMerge, PencilLine, Printer, UserCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffRefusal, VisitorDetails } from '../../../domain/protocol/staff-calls.ts';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';
import { PrintBadge } from '../badge/print-badge.tsx';
import { useStaffWorld, type VisitorRef } from '../staff-world.tsx';
import { useAnswer } from '../use-answer.ts';
import { CorrectName } from './correct-name.tsx';
import { EraseVisitor } from './erase-visitor.tsx';
import { MergeByHand } from './merge-by-hand.tsx';
import { nameOf } from './name-of.ts';
import { VisitorFacts } from './visitor-facts.tsx';
import { VisitorPairs } from './visitor-pairs.tsx';
import './visitor.css';

/** One visitor: who, what was done so far, what can be done now. */
export function VisitorPage({ who }: { readonly who: VisitorRef }) {
  return 'visitor' in who ? <KnownVisitor visitor={who.visitor} /> : <ExpectedVisitor attendee={who.attendee} />;
}

function KnownVisitor({ visitor }: { readonly visitor: string }) {
  const { answer, refusal, ask } = useAnswer('readVisitor', { visitor });
  return <LoadedVisitor details={answer} refusal={refusal} onChanged={ask} />;
}

function ExpectedVisitor({ attendee }: { readonly attendee: string }) {
  const { answer, refusal, ask } = useAnswer('readAttendee', { attendee });
  return <LoadedVisitor details={answer} refusal={refusal} onChanged={ask} />;
}

interface LoadedVisitorProps {
  readonly details: VisitorDetails | null;
  readonly refusal: StaffRefusal | null;
  readonly onChanged: () => void;
}

type Task = 'print' | 'correct' | 'merge' | 'erase';

function LoadedVisitor({ details, refusal, onChanged }: LoadedVisitorProps) {
  const { t } = useTranslation();
  const { go, route } = useStaffWorld();
  const [task, setTask] = useState<Task | null>(null);
  const [isBadgeOut, setIsBadgeOut] = useState(false);
  const isFirst = !isBadgeOut && isNew(route.done);
  const leave = () => {
    go({ page: route.page });
  };
  const end = () => {
    setTask(null);
    onChanged();
  };
  if (!details) {
    return (
      <>
        <StaffHeading onBack={leave}>{t('staff.pages.find')}</StaffHeading>
        {refusal === null ? (
          <p role="status">{t('staff.waiting')}</p>
        ) : (
          <Refused refusal={refusal} onRetry={onChanged} />
        )}
      </>
    );
  }
  switch (task) {
    case 'print':
      return (
        <PrintBadge
          {...{ details, isFirst }}
          isCorrected={route.done === 'corrected'}
          onEnd={(isOut) => {
            setIsBadgeOut(isBadgeOut || isOut);
            end();
          }}
        />
      );
    case 'correct':
      return <CorrectName details={details} onEnd={end} />;
    case 'merge':
      return <MergeByHand details={details} onEnd={end} />;
    case 'erase':
      return <EraseVisitor details={details} onEnd={end} />;
    case null:
      return (
        <>
          <StaffHeading onBack={leave}>
            <span dir="auto">{nameOf(details)}</span>
          </StaffHeading>
          {refusal === null ? null : <Refused refusal={refusal} onRetry={onChanged} />}
          {route.done ? <Notice kind="good">{t(`staffVisitors.visitor.${route.done}`)}</Notice> : null}
          <VisitorActions {...{ details, isFirst }} onTask={setTask} />
          <VisitorFacts details={details} />
          <VisitorPairs details={details} onChanged={onChanged} />
        </>
      );
  }
}

/** Somebody whose badge was never printed, and whose first one therefore is none that is printed again. */
function isNew(done: 'registered' | 'corrected' | 'checkedIn' | undefined): boolean {
  return done === 'registered' || done === 'checkedIn';
}

interface VisitorActionsProps {
  readonly details: VisitorDetails;
  readonly isFirst: boolean;
  readonly onTask: (task: Task) => void;
}

function VisitorActions({ details, isFirst, onTask }: VisitorActionsProps) {
  const { t } = useTranslation();
  const { staff, client, go, route } = useStaffWorld();
  const [refusal, setRefusal] = useState<StaffRefusal | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const { attendee, visitor } = details;

  const checkIn = async (index: string) => {
    setIsAsking(true);
    const answer = await client.call('checkIn', { attendee: index });
    setIsAsking(false);
    if (!answer.ok) setRefusal(answer.reason);
    else if (answer.value.visitor !== null) {
      go({ page: route.page, visitor: { visitor: answer.value.visitor }, done: 'checkedIn' });
    }
  };

  const hasArrived = visitor !== null;
  const isSupervisor = staff.role === 'supervisor';
  return (
    <>
      {refusal === null ? null : <Refused refusal={refusal} />}
      <div className="staff-actions">
        {hasArrived && isSupervisor ? (
          <>
            <StaffButton
              kind="danger"
              icon={Eraser}
              onPress={() => {
                onTask('erase');
              }}
            >
              {t('staffVisitors.visitor.erase')}
            </StaffButton>
            <StaffButton
              icon={GitMerge}
              onPress={() => {
                onTask('merge');
              }}
            >
              {t('staffVisitors.visitor.merge')}
            </StaffButton>
          </>
        ) : null}
        {hasArrived ? (
          <>
            <StaffButton
              icon={PencilLine}
              onPress={() => {
                onTask('correct');
              }}
            >
              {t('staffVisitors.visitor.correct')}
            </StaffButton>
            <StaffButton
              kind="primary"
              icon={Printer}
              onPress={() => {
                onTask('print');
              }}
            >
              {t(isFirst ? 'staffVisitors.visitor.print' : 'staffVisitors.visitor.reprint')}
            </StaffButton>
          </>
        ) : attendee === null ? null : (
          <StaffButton kind="primary" icon={UserCheck} isDisabled={isAsking} onPress={() => void checkIn(attendee)}>
            {t('staffVisitors.visitor.checkIn')}
          </StaffButton>
        )}
      </div>
    </>
  );
}
