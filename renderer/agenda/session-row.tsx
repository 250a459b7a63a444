import { CalendarCheck, MapPin } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import type { Session } from '../../domain/session.ts';
import type { SessionSeats } from '../../electron/bridge/seats.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { ClashWarning } from '../seats/clash-warning.tsx';
import type { TakenTime } from '../seats/find-clash.ts';
import { ShortlistButton } from '../shortlist/shortlist-button.tsx';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { useVisit } from '../visit/visit.tsx';
import { placeOf, useSessionWords } from './use-session-words.ts';

interface SessionRowProps {
  readonly session: Session;
  /** `YYYY-MM-DDTHH:MM` at the event. */
  readonly now: string;
  /** Undefined when nothing can be booked there. */
  readonly seats: SessionSeats | undefined;
  /** What the visitor's time goes on already. */
  readonly taken: readonly TakenTime[];
}

/** One session of the programme: what, when, where, and what can be done about it. */
export function SessionRow({ session, now, seats, taken }: SessionRowProps) {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  const { go, language } = useVisit();
  const { has } = useShortlist();
  const { title, room, facts } = useSessionWords();
  const entry = { kind: 'session', id: session.id } as const;
  const place = placeOf(session, catalogue);
  const isOn = session.start <= now && now < session.end;
  const text = session.text ? localise(session.text, language) : null;
  return (
    <li>
      <p className="agenda-time">
        {session.start.slice(11)}
        <span className="note">{session.end.slice(11)}</span>
        {isOn ? <em>{t('agenda.now')}</em> : null}
      </p>
      <div className="agenda-text">
        <h2>
          <AriaButton
            className="agenda-title"
            onPress={() => {
              go({ name: 'session', session: session.id });
            }}
          >
            {title(session)}
          </AriaButton>
        </h2>
        <p className="note">{[place ? null : room(session), facts(session)].filter(Boolean).join(' · ')}</p>
        {text ? (
          <p className="agenda-note" lang={text.language}>
            {text.text}
          </p>
        ) : null}
        {seats ? <SeatLine seats={seats} /> : null}
        {has(entry) || seats?.mine ? <ClashWarning session={session} taken={taken} /> : null}
        <div className="agenda-actions">
          {place ? (
            <Button
              icon={<MapPin />}
              onPress={() => {
                go({ name: 'map', place: place.properties.id, job: null });
              }}
            >
              {room(session) ?? t('agenda.showPlace')}
            </Button>
          ) : null}
          {seats && canBeAsked(seats) ? (
            <Button
              icon={<CalendarCheck />}
              onPress={() => {
                go({ name: 'seat', session: session.id });
              }}
            >
              {t(seats.mine ? 'seat.see' : seats.isFree ? 'seat.book' : 'seat.wait')}
            </Button>
          ) : null}
          <ShortlistButton entry={entry} />
        </div>
      </div>
    </li>
  );
}

/** There is something to book, to wait for or to look at. */
export function canBeAsked({ mine, isClosed }: SessionSeats): boolean {
  return mine !== null || !isClosed;
}

/** What can be promised here now, or what the visitor has. */
export function SeatLine({ seats: { mine, isFree, isClosed } }: { readonly seats: SessionSeats }) {
  const { t } = useTranslation();
  if (mine) return <p className="agenda-seat">{t(mine.action === 'book' ? 'seat.booked' : 'seat.waiting')}</p>;
  return <p className="note">{t(isClosed ? 'seat.closed' : isFree ? 'seat.free' : 'seat.full')}</p>;
}
