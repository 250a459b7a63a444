import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localise } from '../../../domain/localised.ts';
import type { StaffAnswer, StaffRefusal } from '../../../domain/protocol/staff-calls.ts';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { useAnswer } from '../use-answer.ts';
import './event.css';

type SessionLine = StaffAnswer<'sessions'>['sessions'][number];

const askEvery = { everyMilliseconds: 10_000 };

/** Seats of the programme: how many are gone, and the switch that closes a session. */
export function SessionsPage() {
  const { t } = useTranslation();
  const { client, staff } = useStaffWorld();
  const { answer, refusal, ask } = useAnswer('sessions', {}, askEvery);
  const [failure, setFailure] = useState<StaffRefusal | null>(null);
  const close = async (session: string, isClosed: boolean) => {
    const closed = await client.call('closeSession', { session, isClosed });
    setFailure(closed.ok ? null : closed.reason);
    ask();
  };
  const limited = answer?.sessions.filter(({ session }) => session.capacity !== undefined) ?? [];
  return (
    <>
      <StaffHeading>{t('staff.pages.sessions')}</StaffHeading>
      {refusal === null ? null : <Refused refusal={refusal} onRetry={ask} />}
      {failure === null ? null : <Refused refusal={failure} />}
      {answer === null && refusal === null ? <p role="status">{t('staff.waiting')}</p> : null}
      {answer && !answer.areSeatsOpen ? <Notice kind="bad">{t('staffEvent.sessions.allClosed')}</Notice> : null}
      {answer && limited.length === 0 ? <Notice kind="plain">{t('staffEvent.sessions.none')}</Notice> : null}
      {limited.length > 0 ? <p className="staff-note">{t('staffEvent.sessions.closedNote')}</p> : null}
      <ul className="event-lines">
        {limited.map((line) => (
          <li key={line.session.id}>
            <SessionLineView
              line={line}
              canClose={staff.role === 'supervisor'}
              onClose={(isClosed) => void close(line.session.id, isClosed)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface SessionLineProps {
  readonly line: SessionLine;
  readonly canClose: boolean;
  readonly onClose: (isClosed: boolean) => void;
}

function SessionLineView({ line, canClose, onClose }: SessionLineProps) {
  const { t } = useTranslation();
  const { language } = useStaffWorld();
  const { session, booked, held, waiting, isClosed } = line;
  const { capacity = 0 } = session;
  const title = localise(session.title, language).text;
  return (
    <div className="event-line">
      <span className="event-line-words">
        <strong>{title}</strong>
        <span className="staff-note">
          {session.start.slice(11)}–{session.end.slice(11)} · {t('staffEvent.sessions.booked', { booked, capacity })} ·{' '}
          {t('staffEvent.sessions.held', { count: Math.max(0, held - booked) })} ·{' '}
          {t('staffEvent.sessions.waiting', { count: waiting })}
        </span>
        <meter min={0} max={capacity} value={booked} aria-label={title} />
      </span>
      {isClosed ? <span className="staff-pill">{t('staffEvent.sessions.isClosed')}</span> : null}
      {canClose ? (
        <StaffButton
          label={`${t(isClosed ? 'staffEvent.sessions.open' : 'staffEvent.sessions.close')}: ${title}`}
          onPress={() => {
            onClose(!isClosed);
          }}
        >
          {t(isClosed ? 'staffEvent.sessions.open' : 'staffEvent.sessions.close')}
        </StaffButton>
      ) : null}
    </div>
  );
}
