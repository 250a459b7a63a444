import { CalendarCheck, Check, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { localise } from '../../domain/localised.ts';
import type { VisitorDocument } from '../../domain/print-job.ts';
import { Button } from '../controls/button.tsx';
import { QrCode } from '../documents/qr-code.tsx';
import { Trace } from '../look/trace.tsx';
import { useSeats } from '../seats/use-seats.ts';
import type { Screen } from '../visit/screen.ts';
import type { PrintState } from '../visit/use-print-job.ts';
import type { PrintTarget } from '../visit/use-print-target.ts';
import { useVisit } from '../visit/visit.tsx';
import { useErrorWords } from '../words/use-error-words.ts';
import './printed.css';

interface PrintedProps {
  readonly document: VisitorDocument;
  readonly state: PrintState;
  readonly target: PrintTarget;
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
  const { state, claimCode } = props;
  const { t } = useTranslation();
  const isForStaff = state.phase === 'failed' && claimCode !== null;
  return (
    <div className={`printed ${isForStaff ? 'printed-for-staff' : ''}`}>
      <svg className="printed-trace" viewBox="0 0 1080 420" preserveAspectRatio="xMinYMax meet" aria-hidden="true">
        <Trace kind="quiet" path="M0 90 H360 L420 150 H730" end={[744, 150]} />
        <Trace kind="lead" path="M0 200 H120 L180 260 V330" end={[180, 350]} />
      </svg>
      <div className="printed-words" role="status">
        <Outcome {...props} />
        {claimCode === null ? null : (
          <div className="printed-code">
            {isForStaff ? <QrCode text={claimCode} module={8} label={claimCode} /> : null}
            <p>
              <span>{t('printed.code')}</span>
              <strong>{claimCode}</strong>
            </p>
          </div>
        )}
      </div>
      <NextActions {...props} />
    </div>
  );
}

function Outcome({ document, state, target, claimCode }: PrintedProps) {
  const { t } = useTranslation();
  const explain = useErrorWords();
  const { name } = target;
  if (state.phase === 'failed') {
    return (
      <div>
        <h1 className="title">{t(failures[document])}</h1>
        <p>{explain(state.error)}</p>
        {claimCode === null ? null : <p>{t('printed.showStaff')}</p>}
      </div>
    );
  }
  if (state.phase === 'unknown') {
    return (
      <div>
        <h1 className="question">{t('printed.unknownTitle')}</h1>
        <p>{name === null ? t('printed.unknownNote') : t('printed.unknownNoteAt', { printer: name })}</p>
      </div>
    );
  }
  if (name !== null) return <Collect document={document} target={target} name={name} />;
  return (
    <div>
      <h1 className="question">{t(`printed.${document}`)}</h1>
      <p>{t(`printed.${document}Note`)}</p>
    </div>
  );
}

interface CollectProps {
  readonly document: VisitorDocument;
  readonly target: PrintTarget;
  readonly name: string;
}

/** It came out somewhere else than below the screen: where, as large as can be. */
function Collect({ document, target: { printer, origin }, name }: CollectProps) {
  const { t } = useTranslation();
  const { language } = useVisit();
  return (
    <div>
      <h1 className="title">{t(`printed.${document}At`)}</h1>
      <p className="printed-where">
        <strong>{name}</strong>
        {printer?.collectAt ? <span>{localise(printer.collectAt, language).text}</span> : null}
      </p>
      {origin === null ? null : <p>{t('printed.sheetSays', { origin })}</p>}
    </div>
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
