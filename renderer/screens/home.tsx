import { Building2, CalendarClock, IdCard, ListChecks, Map as MapIcon, ScanQrCode, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { useKiosk } from '../kiosk.tsx';
import { HomeTraces } from '../look/trace.tsx';
import { FindSuggestions } from './find-suggestions.tsx';
import { findNextSession } from './agenda.tsx';
import { toEventLocal, useNow } from '../visit/clock.tsx';
import type { Screen } from '../visit/screen.ts';
import { useVisit } from '../visit/visit.tsx';
import './home.css';

export function HomeScreen() {
  const { t } = useTranslation();
  const { event, jobs, companies, sessions, floorPlan } = useCatalogue();
  const { greeting } = useKiosk();
  const { language } = useVisit();
  const now = toEventLocal(useNow(), event.timeZone);
  const next = findNextSession(sessions, now);

  return (
    <div className="home">
      <div className="home-greeting">
        <HomeTraces />
        <h1 className="question">{t('home.question')}</h1>
      </div>
      <div className="home-touch">
        {jobs.length > 0 ? (
          <Tile className="home-search" to={{ name: 'jobs' }} icon={<Search />} name={t('home.search')} />
        ) : null}
        <FindSuggestions />
        <div className="home-badge">
          <RegisterTile />
          <Tile
            className="home-code"
            to={{ name: 'code', session: null }}
            icon={<ScanQrCode />}
            name={t('home.code')}
            note={t('home.codeNote')}
          />
        </div>
        <div className="home-tiles">
          {jobs.length > 0 ? (
            <Tile
              to={{ name: 'match', step: 0 }}
              icon={<ListChecks />}
              name={t('home.match')}
              note={t('home.jobsNote', { count: jobs.length })}
            />
          ) : null}
          {companies.length > 0 ? (
            <Tile
              to={{ name: 'companies' }}
              icon={<Building2 />}
              name={t('home.companies')}
              note={t('home.companiesNote', { count: companies.length })}
            />
          ) : null}
          {floorPlan ? (
            <Tile
              to={{ name: 'map', place: null, job: null }}
              icon={<MapIcon />}
              name={t('home.map')}
              note={t('home.mapNote', { kiosk: greeting.kiosk.id })}
            />
          ) : null}
          {sessions.length > 0 ? (
            <Tile
              to={{ name: 'agenda' }}
              icon={<CalendarClock />}
              name={t('home.agenda')}
              note={next ? `${localise(next.title, language).text} ${next.start.slice(11)}` : undefined}
            />
          ) : null}
        </div>
      </div>
    </div>
  );
}

/** The way to a badge, or what there is to do for somebody who has one. */
function RegisterTile() {
  const { t } = useTranslation();
  const { go, draft } = useVisit();
  const isShown = draft.shownClaimCode !== null;
  const [name, note, screen] = isShown
    ? ([t('home.registered'), t('home.registeredNote'), 'registered'] as const)
    : draft.record
      ? ([t('badge.print'), null, 'badge'] as const)
      : ([t('home.register'), t('home.registerNote'), 'consent'] as const);
  return (
    <Button
      className="tile home-register"
      onPress={() => {
        go({ name: screen });
      }}
    >
      <IdCard />
      <strong>{name}</strong>
      {note === null ? null : <span className="home-badge-note">{note}</span>}
    </Button>
  );
}

interface TileProps {
  readonly to: Screen;
  readonly icon: ReactNode;
  readonly name: string;
  readonly note?: string | undefined;
  readonly className?: string;
}

function Tile({ to, icon, name, note, className = 'home-tile' }: TileProps) {
  const { go } = useVisit();
  return (
    <Button
      className={`tile ${className}`}
      onPress={() => {
        go(to);
      }}
    >
      {icon}
      <strong>{name}</strong>
      {note === undefined ? null : <span className="note">{note}</span>}
    </Button>
  );
}
