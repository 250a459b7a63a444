import { CalendarCheck, Check, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { VisitorDocument } from '../../domain/print-job.ts';
import { Button } from '../controls/button.tsx';
import { Trace } from '../look/trace.tsx';
import { useSeats } from '../seats/use-seats.ts';
import type { Screen } from '../visit/screen.ts';
import type { PrintState } from '../visit/use-print-job.ts';
import { useVisit } from '../visit/visit.tsx';
import { useErrorWords } from '../words/use-error-words.ts';
import './printed.css';

interface PrintedProps {
  readonly document: VisitorDocument;
  readonly state: PrintState;
  readonly onPrint: () => void;
  /** The visitor has it, whatever the printer said. */
  readonly onConfirm: () => void;
  /** What staff need to print it for the visitor. */
  readonly claimCode: string | null;
  readonly onFinish: () => void;
}

const failures = {
  badge: 'printed.failedBadge',
  map: 'printed.failedMap',
  route: 'printed.failedRoute',
} as const;

/** How it ended, and the one thing to do next. */
export function Printed(props: PrintedProps) {
  const { document, state, claimCode } = props;
  const { t } = useTranslation();
  return (
    <div className="printed">
      <svg className="printed-trace" viewBox="0 0 1080 420" preserveAspectRatio="xMinYMax meet" aria-hidden="true">
        <Trace kind="quiet" path="M0 90 H360 L420 150 H730" end={[744, 150]} />
        <Trace kind="lead" path="M0 200 H120 L180 260 V330" end={[180, 350]} />
      </svg>
      <div className="printed-words" role="status">
        <Outcome document={document} state={state} />
        {claimCode ? (
          <p className="printed-code">
            <span>{t('printed.code')}</span>
            <strong>{claimCode}</strong>
          </p>
        ) : null}
      </div>
      <NextActions {...props} />
    </div>
  );
}

function Outcome({ document, state }: Pick<PrintedProps, 'document' | 'state'>) {
  const { t } = useTranslation();
  const explain = useErrorWords();
  if (state.phase === 'failed') {
    return (
      <>
        <h1 className="title">{t(failures[document])}</h1>
        <p>{explain(state.error)}</p>
        {document === 'badge' ? <p>{t('printed.showStaff')}</p> : null}
      </>
    );
  }
  if (state.phase === 'unknown') {
    return (
      <>
        <h1 className="question">{t('printed.unknownTitle')}</h1>
        <p>{t('printed.unknownNote')}</p>
      </>
    );
  }
  return (
    <>
      <h1 className="question">{t(`printed.${document}`)}</h1>
      <p>{t(`printed.${document}Note`)}</p>
    </>
  );
}

function NextActions({ state, onPrint, onConfirm, onFinish }: PrintedProps) {
  const { t } = useTranslation();
  switch (state.phase) {
    case 'failed':
      return (
        <div className="step-actions">
          <Button onPress={onFinish}>{t('printed.finish')}</Button>
          <Button kind="primary" icon={<Printer />} onPress={onPrint}>
            {t('printed.tryAgain')}
          </Button>
        </div>
      );
    case 'unknown':
      return (
        <div className="step-actions">
          <Button icon={<Printer />} onPress={onPrint}>
            {t('printed.again')}
          </Button>
          <Button kind="primary" icon={<Check />} onPress={onConfirm}>
            {t('printed.yes')}
          </Button>
        </div>
      );
    case 'preview':
    case 'printing':
    case 'printed':
      return <Onwards onFinish={onFinish} />;
  }
}

/** The sheet is out: jobs, workshops where there are seats, or the next visitor. */
function Onwards({ onFinish }: Pick<PrintedProps, 'onFinish'>) {
  const { t } = useTranslation();
  const { draft, goHome, go, change } = useVisit();
  const { seats } = useSeats();
  const hasSeats = seats !== null && [...seats.values()].some(({ isFree }) => isFree);
  const wanted = draft.wantedSession !== null && seats?.has(draft.wantedSession) ? draft.wantedSession : null;
  const open = (screen: Screen) => {
    goHome();
    go(screen);
  };
  const jobs = (
    <Button
      onPress={() => {
        open({ name: 'jobs' });
      }}
    >
      {t('printed.jobs')}
    </Button>
  );
  if (wanted !== null) {
    return (
      <div className="step-actions">
        <Button onPress={onFinish}>{t('printed.finish')}</Button>
        <Button
          kind="primary"
          icon={<CalendarCheck />}
          onPress={() => {
            change({ wantedSession: null });
            open({ name: 'seat', session: wanted });
          }}
        >
          {t('printed.wantedSeat')}
        </Button>
      </div>
    );
  }
  return (
    <div className={`step-actions ${hasSeats ? 'printed-onwards' : ''}`}>
      {jobs}
      {hasSeats ? (
        <Button
          icon={<CalendarCheck />}
          onPress={() => {
            open({ name: 'agenda' });
          }}
        >
          {t('printed.seats')}
        </Button>
      ) : null}
      <Button kind="primary" icon={<Check />} onPress={onFinish}>
        {t('printed.finish')}
      </Button>
    </div>
  );
}
