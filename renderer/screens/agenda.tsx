import { CalendarCheck, MapPin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import type { Session } from '../../domain/session.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { Step } from '../visit/step.tsx';
import { toEventLocal, useNow } from '../visit/clock.tsx';
import type { SessionSeats } from '../../electron/bridge/seats.ts';
import { useSeats } from '../seats/use-seats.ts';
import { useVisit } from '../visit/visit.tsx';
import './agenda.css';

/** The next session that has not begun; before and after the event's days, the first. */
export function findNextSession(sessions: readonly Session[], now: string): Session | undefined {
  return sessions.find((session) => session.start > now) ?? sessions[0];
}

export function AgendaScreen() {
  const { t } = useTranslation();
  const { event, sessions, placeById } = useCatalogue();
  const { go, language } = useVisit();
  const { seats } = useSeats();
  const now = toEventLocal(useNow(), event.timeZone);
  return (
    <Step question={t('agenda.title')}>
      <ol className="agenda">
        {sessions.map((session) => {
          const place = session.place === undefined ? undefined : placeById.get(session.place);
          const own = seats?.get(session.id);
          const isOn = session.start <= now && now < session.end;
          return (
            <li key={session.id}>
              <p className="agenda-time">
                {session.start.slice(11)}
                <span className="note">{session.end.slice(11)}</span>
                {isOn ? <em>{t('agenda.now')}</em> : null}
              </p>
              <div className="agenda-text">
                <h2>{localise(session.title, language).text}</h2>
                <p className="note">{t(`agenda.kind.${session.kind}`)}</p>
                {session.text ? <p className="agenda-note">{localise(session.text, language).text}</p> : null}
                {own ? <SeatLine seats={own} /> : null}
                <div className="agenda-actions">
                  {place ? (
                    <Button
                      icon={<MapPin />}
                      onPress={() => {
                        go({ name: 'map', place: place.properties.id, job: null });
                      }}
                    >
                      {place.properties.name ? localise(place.properties.name, language).text : t('agenda.showPlace')}
                    </Button>
                  ) : null}
                  {own ? (
                    <Button
                      icon={<CalendarCheck />}
                      onPress={() => {
                        go({ name: 'seat', session: session.id });
                      }}
                    >
                      {t(own.mine ? 'seat.see' : own.isFree ? 'seat.book' : 'seat.wait')}
                    </Button>
                  ) : null}
                </div>
              </div>
            </li>
          );
        })}
      </ol>
    </Step>
  );
}

/** What can be promised here now, or what the visitor has. */
function SeatLine({ seats: { mine, isFree } }: { readonly seats: SessionSeats }) {
  const { t } = useTranslation();
  if (mine) return <p className="agenda-seat">{t(mine.action === 'book' ? 'seat.booked' : 'seat.waiting')}</p>;
  return <p className="note">{t(isFree ? 'seat.free' : 'seat.full')}</p>;
}
