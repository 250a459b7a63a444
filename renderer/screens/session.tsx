import { CalendarCheck, MapPin } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import type { Session } from '../../domain/session.ts';
import type { SessionSeats } from '../../electron/bridge/seats.ts';
import { canBeAsked, SeatLine } from '../agenda/session-row.tsx';
import { placeOf, useSessionWords } from '../agenda/use-session-words.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { ClashWarning } from '../seats/clash-warning.tsx';
import { listTaken } from '../seats/find-clash.ts';
import { useSeats } from '../seats/use-seats.ts';
import { ShortlistButton } from '../shortlist/shortlist-button.tsx';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { Step } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';
import { Gone } from './gone.tsx';
import './session.css';

/** One session of the programme, whole. */
export function SessionScreen({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  const { language } = useVisit();
  const { entries } = useShortlist();
  const { seats } = useSeats();
  const { title, whenAndWhere, facts } = useSessionWords();
  const session = catalogue.sessions.find((each) => each.id === id);
  if (!session) return <Gone />;
  const text = session.text ? localise(session.text, language) : null;
  const own = seats?.get(id);
  const canAsk = own !== undefined && canBeAsked(own);
  const way = <WayButton session={session} kind={canAsk ? 'outline' : 'primary'} />;
  return (
    <Step
      question={title(session)}
      hint={[whenAndWhere(session), facts(session)].join(' · ')}
      primary={canAsk ? <SeatButton seats={own} /> : way}
    >
      <div className="session-actions">
        <ShortlistButton entry={{ kind: 'session', id }} />
        {canAsk ? way : null}
      </div>
      {own ? <SeatLine seats={own} /> : null}
      <ClashWarning session={session} taken={listTaken({ sessions: catalogue.sessions, seats, shortlist: entries })} />
      {text ? (
        <div className="prose" lang={text.language}>
          {text.text.split(/\n+/u).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      ) : null}
      {text && text.language !== language ? (
        <p className="note">{t('job.originalLanguage', { language: t(`languageName.${text.language}`) })}</p>
      ) : null}
    </Step>
  );
}

interface WayButtonProps {
  readonly session: Session;
  readonly kind: 'primary' | 'outline';
}

/** Nothing when the plan does not have the room. */
function WayButton({ session, kind }: WayButtonProps): ReactNode {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  const { go } = useVisit();
  const place = placeOf(session, catalogue);
  if (!place) return null;
  return (
    <Button
      kind={kind}
      icon={<MapPin />}
      onPress={() => {
        go({ name: 'map', place: place.properties.id, job: null });
      }}
    >
      {t('programme.showWay')}
    </Button>
  );
}

function SeatButton({ seats }: { readonly seats: SessionSeats }) {
  const { t } = useTranslation();
  const { go } = useVisit();
  return (
    <Button
      kind="primary"
      icon={<CalendarCheck />}
      onPress={() => {
        go({ name: 'seat', session: seats.session });
      }}
    >
      {t(seats.mine ? 'seat.see' : seats.isFree ? 'seat.book' : 'seat.wait')}
    </Button>
  );
}
