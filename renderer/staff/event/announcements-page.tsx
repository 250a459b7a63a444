import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localise } from '../../../domain/localised.ts';
import type { StaffAnswer, StaffRefusal } from '../../../domain/protocol/staff-calls.ts';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { useAnswer } from '../use-answer.ts';
import { AnnouncementForm } from './announcement-form.tsx';
import { formatTime } from './event-time.ts';
import './event.css';

type Line = StaffAnswer<'announcements'>['announcements'][number];

const askEvery = { everyMilliseconds: 10_000 };

/** What stands on every kiosk now, and the next thing to say. */
export function AnnouncementsPage() {
  const { t } = useTranslation();
  const { client, staff } = useStaffWorld();
  const { answer, refusal, ask } = useAnswer('announcements', {}, askEvery);
  const [failure, setFailure] = useState<StaffRefusal | null>(null);
  const withdraw = async (id: string) => {
    const withdrawn = await client.call('withdrawAnnouncement', { id });
    setFailure(withdrawn.ok ? null : withdrawn.reason);
    ask();
  };
  return (
    <>
      <StaffHeading>{t('staff.pages.announcements')}</StaffHeading>
      {refusal === null ? null : <Refused refusal={refusal} onRetry={ask} />}
      {failure === null ? null : <Refused refusal={failure} />}
      {answer === null && refusal === null ? <p role="status">{t('staff.waiting')}</p> : null}
      <h2>{t('staffEvent.announce.current')}</h2>
      {answer?.announcements.length === 0 ? <Notice kind="plain">{t('staffEvent.announce.none')}</Notice> : null}
      <ul className="event-lines">
        {answer?.announcements.map((line) => (
          <li key={line.id}>
            <AnnouncementLine
              line={line}
              {...(staff.role === 'supervisor' && { onWithdraw: () => void withdraw(line.id) })}
            />
          </li>
        ))}
      </ul>
      {staff.role === 'supervisor' ? <AnnouncementForm onSent={ask} /> : null}
    </>
  );
}

function AnnouncementLine({ line, onWithdraw }: { readonly line: Line; readonly onWithdraw?: () => void }) {
  const { t } = useTranslation();
  const { language, event } = useStaffWorld();
  const { text, language: spoken } = localise(line.text, language);
  const time = formatTime(line.at, { language, event });
  const until = formatTime(line.at + line.minutes * 60_000, { language, event });
  return (
    <div className="event-line">
      <span className="event-line-words">
        <strong lang={spoken}>{text}</strong>
        <span className="staff-note">
          {t(`staffEvent.announce.${line.level}`)} · {t('staffEvent.announce.since', { time, until })}
          {line.staff === null ? '' : ` · ${t('staffEvent.announce.byStaff', { staff: line.staff })}`}
        </span>
      </span>
      {onWithdraw ? (
        <StaffButton label={`${t('staffEvent.announce.withdraw')}: ${text}`} onPress={onWithdraw}>
          {t('staffEvent.announce.withdraw')}
        </StaffButton>
      ) : null}
    </div>
  );
}
