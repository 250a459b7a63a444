import { CalendarCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { Trace } from '../look/trace.tsx';
import { useSeats } from '../seats/use-seats.ts';
import { useVisit } from '../visit/visit.tsx';
import './printed.css';

/** Somebody showed a badge of this event: they have all they need, and this is what else can be done. */
export function RegisteredScreen() {
  const { t } = useTranslation();
  const { jobs } = useCatalogue();
  const { go, goHome } = useVisit();
  const { seats } = useSeats();
  const hasSeats = seats !== null && seats.size > 0;
  return (
    <div className="printed">
      <svg className="printed-trace" viewBox="0 0 1080 420" preserveAspectRatio="xMinYMax meet" aria-hidden="true">
        <Trace kind="quiet" path="M0 90 H360 L420 150 H730" end={[744, 150]} />
        <Trace kind="lead" path="M0 200 H120 L180 260 V330" end={[180, 350]} />
      </svg>
      <div className="printed-words" role="status">
        <h1 className="question">{t('registered.title')}</h1>
        <p>{t('registered.text')}</p>
      </div>
      <div className="step-actions">
        {hasSeats && jobs.length > 0 ? (
          <Button
            onPress={() => {
              goHome();
              go({ name: 'jobs' });
            }}
          >
            {t('registered.jobs')}
          </Button>
        ) : null}
        <Button
          kind="primary"
          icon={hasSeats ? <CalendarCheck /> : null}
          onPress={() => {
            goHome();
            if (hasSeats) go({ name: 'agenda' });
            else if (jobs.length > 0) go({ name: 'jobs' });
          }}
        >
          {t(hasSeats ? 'registered.seat' : jobs.length > 0 ? 'registered.jobs' : 'code.next')}
        </Button>
      </div>
    </div>
  );
}
