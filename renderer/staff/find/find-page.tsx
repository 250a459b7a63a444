import { useTranslation } from 'react-i18next';
import type { VisitorSummary } from '../../../domain/protocol/staff-calls.ts';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';
import { useStaffWorld, type VisitorRef } from '../staff-world.tsx';
import { useAnswer } from '../use-answer.ts';
import { VisitorSearch } from './visitor-search.tsx';

const askEveryMilliseconds = 5000;

/** Where helpers and supervisors start. */
export function FindPage() {
  const { t } = useTranslation();
  const { query, setQuery, go } = useStaffWorld();
  const hub = useHubReading();
  return (
    <>
      <StaffHeading>{t('staff.pages.find')}</StaffHeading>
      {hub.isLocked ? <Refused refusal="locked" onRetry={hub.ask} /> : null}
      {hub.reading ? (
        <Notice kind="plain">
          <p>{t('staffVisitors.find.reading', hub.reading)}</p>
        </Notice>
      ) : null}
      <VisitorSearch
        query={query}
        onQuery={setQuery}
        onChoose={(visitor) => {
          const who = refOf(visitor);
          if (who) go({ page: 'find', visitor: who });
        }}
        otherwise={
          <StaffButton
            onPress={() => {
              go({ page: 'register' });
            }}
          >
            {t('staffVisitors.register.title')}
          </StaffButton>
        }
      />
    </>
  );
}

/** Says before anybody types in vain that the hub cannot open registrations, or has not read all of them. */
function useHubReading() {
  const { answer, ask } = useAnswer('me', {}, { everyMilliseconds: askEveryMilliseconds });
  const isReading = answer !== null && answer.isUnlocked && answer.indexed < answer.toIndex;
  return {
    isLocked: answer?.isUnlocked === false,
    reading: isReading ? { indexed: answer.indexed, total: answer.toIndex } : null,
    ask,
  };
}

export function refOf({ visitor, attendee }: VisitorSummary): VisitorRef | null {
  if (visitor !== null) return { visitor };
  return attendee === null ? null : { attendee };
}
