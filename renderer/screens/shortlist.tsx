import { CalendarClock, Route, Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import type { KeptCompany } from '../../domain/shortlist/group-by-booth.ts';
import { useSessionWords } from '../agenda/use-session-words.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { ClashWarning } from '../seats/clash-warning.tsx';
import { listTaken } from '../seats/find-clash.ts';
import { useSeats } from '../seats/use-seats.ts';
import { KeptRow } from '../shortlist/kept-row.tsx';
import { useKept } from '../shortlist/use-kept.ts';
import { useShortlist } from '../shortlist/use-shortlist.ts';
import { Step } from '../visit/step.tsx';
import { useVisit } from '../visit/visit.tsx';
import './shortlist.css';

/** What the visitor keeps, as a walk would meet it. */
export function ShortlistScreen() {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { sessions } = useCatalogue();
  const { entries } = useShortlist();
  const { seats } = useSeats();
  const { whenAndWhere } = useSessionWords();
  // What was taken off here keeps its place, to be put back.
  const [listed] = useState(entries);
  const kept = useKept(listed);
  if (listed.length === 0) return <NothingKept />;
  const taken = listTaken({ sessions, seats, shortlist: entries });
  return (
    <Step
      question={t('shortlist.title')}
      hint={<Counts />}
      primary={
        <Button
          kind="primary"
          icon={<Route />}
          isDisabled={entries.length === 0}
          onPress={() => {
            go({ name: 'walk' });
          }}
        >
          {t('shortlist.plan')}
        </Button>
      }
    >
      {kept.booths.map(({ label, companies }) => (
        <section key={label} className="kept-booth">
          {companies.map((company) => (
            <KeptAtCompany key={company.company.id} kept={company} label={label} />
          ))}
        </section>
      ))}
      {kept.elsewhere.map((company) => (
        <section key={company.company.id} className="kept-booth">
          <KeptAtCompany kept={company} label={null} />
        </section>
      ))}
      {kept.sessions.length > 0 ? (
        <section className="kept-booth">
          <h2 className="kept-head">{t('shortlist.sessionsTitle')}</h2>
          <ul>
            {kept.sessions.map((session) => (
              <KeptRow key={session.id} entry={{ kind: 'session', id: session.id }} note={whenAndWhere(session)}>
                <ClashWarning session={session} taken={taken} />
              </KeptRow>
            ))}
          </ul>
        </section>
      ) : null}
      {kept.gone > 0 ? <p className="note">{t('shortlist.gone', { count: kept.gone })}</p> : null}
    </Step>
  );
}

function KeptAtCompany({ kept, label }: { readonly kept: KeptCompany; readonly label: string | null }) {
  const { t } = useTranslation();
  const { language } = useVisit();
  const { company, isKept, jobs } = kept;
  return (
    <>
      <h2 className="kept-head">
        <span>{localise(company.name, language).text}</span>
        {label === null ? (
          <span className="note">{t('shortlist.elsewhere')}</span>
        ) : (
          <span className="stand-label">{label}</span>
        )}
      </h2>
      <ul>
        {isKept ? <KeptRow entry={{ kind: 'company', id: company.id }} title={t('shortlist.theCompany')} /> : null}
        {jobs.map(({ id, level, place }) => (
          <KeptRow
            key={id}
            entry={{ kind: 'job', id }}
            note={[level ? t(`job.level.${level}`) : null, place ? localise(place, language).text : null]
              .filter((fact) => fact !== null)
              .join(' · ')}
          />
        ))}
      </ul>
    </>
  );
}

/** "3 jobs · 1 company · 2 sessions" */
function Counts() {
  const { t } = useTranslation();
  const { entries } = useShortlist();
  const count = (kind: (typeof entries)[number]['kind']) => entries.filter((entry) => entry.kind === kind).length;
  const [jobs, companies, sessions] = [count('job'), count('company'), count('session')];
  return [
    jobs > 0 ? t('shortlist.jobs', { count: jobs }) : null,
    companies > 0 ? t('shortlist.companies', { count: companies }) : null,
    sessions > 0 ? t('shortlist.sessions', { count: sessions }) : null,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function NothingKept() {
  const { t } = useTranslation();
  const { go } = useVisit();
  const { jobs, sessions } = useCatalogue();
  return (
    <Step
      question={t('shortlist.emptyTitle')}
      hint={t('shortlist.emptyText')}
      primary={
        jobs.length > 0 ? (
          <Button
            kind="primary"
            icon={<Search />}
            onPress={() => {
              go({ name: 'jobs' });
            }}
          >
            {t('shortlist.findJobs')}
          </Button>
        ) : null
      }
    >
      {sessions.length > 0 ? (
        <div className="kept-none">
          <Button
            icon={<CalendarClock />}
            onPress={() => {
              go({ name: 'agenda' });
            }}
          >
            {t('shortlist.programme')}
          </Button>
        </div>
      ) : null}
    </Step>
  );
}
