import { History } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../domain/session.ts';
import { AgendaFilters } from '../agenda/agenda-filters.tsx';
import { filterSessions } from '../agenda/agenda-query.ts';
import { findPhase, type AgendaPhase } from '../agenda/now-and-next.ts';
import { NowPanel } from '../agenda/now-panel.tsx';
import { SessionRow } from '../agenda/session-row.tsx';
import { useGrowingCount } from '../agenda/use-growing-count.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { listTaken } from '../seats/find-clash.ts';
import { useSeats } from '../seats/use-seats.ts';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { formatDay, toEventLocal, useNow } from '../visit/clock.tsx';
import { Step } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';
import './agenda.css';

/** The next session that has not begun; before and after the event's days, the first. */
export function findNextSession(sessions: readonly Session[], now: string): Session | undefined {
  return sessions.find((session) => session.start > now) ?? sessions[0];
}

/** The programme: what is on and next, then by time and room. */
export function AgendaScreen() {
  const { t } = useTranslation();
  const { event, sessions } = useCatalogue();
  const { agendaQuery, narrowAgenda } = useVisit();
  const { entries } = useShortlist();
  const { seats } = useSeats();
  const now = toEventLocal(useNow(), event.timeZone);
  const phase = useMemo(() => findPhase(sessions, now), [sessions, now]);
  const { found, earlier } = useMemo(
    () => filterSessions({ sessions, query: agendaQuery, now }),
    [sessions, agendaQuery, now],
  );
  const taken = useMemo(() => listTaken({ sessions, seats, shortlist: entries }), [sessions, seats, entries]);
  const { count, end } = useGrowingCount(found);
  return (
    <Step question={t('agenda.title')} hint={<PhaseHint phase={phase} />}>
      {phase.kind === 'on' ? <NowPanel phase={phase} /> : null}
      <AgendaFilters now={now} />
      {earlier > 0 ? (
        <div className="agenda-earlier">
          <Button
            icon={<History />}
            onPress={() => {
              narrowAgenda({ hasEarlier: true });
            }}
          >
            {t('programme.earlier', { count: earlier })}
          </Button>
        </div>
      ) : null}
      {found.length === 0 && sessions.length > 0 ? <NothingFits /> : null}
      <ol className="agenda">
        {found.slice(0, count).map((session) => (
          <SessionRow key={session.id} session={session} now={now} seats={seats?.get(session.id)} taken={taken} />
        ))}
      </ol>
      <div ref={end} />
    </Step>
  );
}

/** When the programme begins or goes on, while nothing of it is on. */
function PhaseHint({ phase }: { readonly phase: AgendaPhase }) {
  const { t } = useTranslation();
  const { language } = useVisit();
  switch (phase.kind) {
    case 'on':
    case 'empty':
      return null;
    case 'after':
      return t('programme.over');
    case 'before':
    case 'between': {
      const { start } = phase.next;
      const when = { day: formatDay(start, language), time: start.slice(11) };
      return t(phase.kind === 'before' ? 'programme.begins' : 'programme.goesOn', when);
    }
  }
}

function NothingFits() {
  const { t } = useTranslation();
  const { narrowAgenda } = useVisit();
  return (
    <div className="agenda-none">
      <h2 className="title">{t('programme.noneTitle')}</h2>
      <Button
        onPress={() => {
          narrowAgenda({ from: null, room: null, track: null, kind: null });
        }}
      >
        {t('programme.seeAll')}
      </Button>
    </div>
  );
}
