import { CalendarCheck, CalendarClock, IdCard } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import type { Session } from '../../domain/session.ts';
import type { SessionSeats } from '../../electron/bridge/seats.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { FieldError } from '../controls/field-error.tsx';
import { ClashWarning } from '../seats/clash-warning.tsx';
import { listTaken } from '../seats/find-clash.ts';
import { useSeats, type SeatsBySession } from '../seats/use-seats.ts';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { Step } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';
import { useErrorWords } from '../words/use-error-words.ts';
import { Gone } from './gone.tsx';
import './seat.css';

/** One session with a limited number of seats: what can be promised here now, and what the visitor has. */
export function SeatScreen({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { sessions, placeById } = useCatalogue();
  const { language } = useVisit();
  const explain = useErrorWords();
  const { seats, claimCode, error, isBusy, take, cancel } = useSeats();
  const session = sessions.find((each) => each.id === id);
  const own = seats?.get(id);
  if (!session || (seats && !own)) return <Gone />;
  const title = localise(session.title, language);
  const text = session.text ? localise(session.text, language) : null;
  const place = session.place === undefined ? undefined : placeById.get(session.place)?.properties.name;
  const times = `${session.start.slice(11)} – ${session.end.slice(11)}`;
  return (
    <Step
      question={title.text}
      hint={[t(`agenda.kind.${session.kind}`), times, place ? localise(place, language).text : null]
        .filter((part) => part !== null)
        .join(' · ')}
      primary={own ? <SeatAction {...{ own, claimCode, isBusy, take }} /> : null}
    >
      {own && seats ? <SeatState own={own} session={session} seats={seats} /> : null}
      <FieldError>{error ? explain(error) : null}</FieldError>
      {text ? (
        <p className="prose" lang={text.language}>
          {text.text}
        </p>
      ) : null}
      {own?.mine ? (
        <div className="seat-cancel">
          <Button
            isDisabled={isBusy}
            onPress={() => {
              if (own.mine) cancel(own.mine.id);
            }}
          >
            {t(own.mine.action === 'book' ? 'seat.cancel' : 'seat.leave')}
          </Button>
        </div>
      ) : null}
    </Step>
  );
}

interface SeatStateProps {
  readonly own: SessionSeats;
  readonly session: Session;
  readonly seats: SeatsBySession;
}

/** Said plainly: a seat, or no promise. */
function SeatState({ own: { mine, isFree, isClosed }, session, seats }: SeatStateProps) {
  const { t } = useTranslation();
  const { sessions } = useCatalogue();
  const { entries } = useShortlist();
  const limit = session.capacity === undefined ? null : t('seat.limited', { count: session.capacity });
  return (
    <div
      className="seat-state"
      role="status"
      data-state={mine?.action ?? (isClosed ? 'closed' : isFree ? 'free' : 'full')}
    >
      {mine ? (
        <Words
          title={t(mine.action === 'book' ? 'seat.booked' : 'seat.waiting')}
          note={t(mine.action === 'book' ? 'seat.bookedNote' : 'seat.waitingNote')}
        />
      ) : isClosed ? (
        <Words title={t('seat.closed')} note={t('seat.closedNote')} />
      ) : (
        <Words title={t(isFree ? 'seat.free' : 'seat.full')} note={isFree ? limit : t('seat.fullNote')} />
      )}
      <ClashWarning session={session} taken={listTaken({ sessions, seats, shortlist: entries })} />
    </div>
  );
}

function Words({ title, note }: { readonly title: string; readonly note: ReactNode }) {
  return (
    <>
      <strong>{title}</strong>
      {note === null ? null : <p>{note}</p>}
    </>
  );
}

interface SeatActionProps {
  readonly own: SessionSeats;
  readonly claimCode: string | null;
  readonly isBusy: boolean;
  readonly take: (session: string) => void;
}

/** The one thing to do next. A visitor who came with a code and has no badge yet is led to it. */
function SeatAction({ own, claimCode, isBusy, take }: SeatActionProps) {
  const { t } = useTranslation();
  const { draft, go, goHome } = useVisit();
  if (own.mine && draft.record && !draft.isBadgeOut) {
    return (
      <Button
        kind="primary"
        icon={<IdCard />}
        onPress={() => {
          go({ name: 'badge' });
        }}
      >
        {t('badge.print')}
      </Button>
    );
  }
  // With nothing to book the way back to the others is what is left.
  if (own.mine || own.isClosed) {
    return (
      <Button
        kind="primary"
        icon={<CalendarClock />}
        onPress={() => {
          goHome();
          go({ name: 'agenda' });
        }}
      >
        {t('seat.programme')}
      </Button>
    );
  }
  return (
    <Button
      kind="primary"
      icon={<CalendarCheck />}
      isDisabled={isBusy}
      onPress={() => {
        if (claimCode === null) go({ name: 'code', session: own.session });
        else take(own.session);
      }}
    >
      {t(own.isFree ? 'seat.book' : 'seat.wait')}
    </Button>
  );
}
