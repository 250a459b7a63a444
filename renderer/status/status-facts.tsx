import { Fragment, type ReactNode } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../domain/errors.ts';
import type { KioskStatus } from '../../domain/kiosk-status.ts';
import { localise, type Language } from '../../domain/localised.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { formatEventTime } from '../visit/clock.tsx';
import type { StatusReport } from './use-kiosk-status.ts';

interface StatusFactsProps {
  readonly report: StatusReport;
  readonly language: Language;
  /** In the operator's words. */
  readonly explain: (code: ErrorCode) => string;
}

/** The link first, then what waits and what was refused, then what the kiosk holds. */
export function StatusFacts({ report, language, explain }: StatusFactsProps) {
  const { t } = useTranslation();
  const { event } = useCatalogue();
  const { kiosk, printers } = report;
  const { hub, link, catalogue } = kiosk;
  const time = (moment: string) => formatEventTime(new Date(moment), { language, timeZone: event.timeZone });
  return (
    <div className="status-facts scroll" tabIndex={0}>
      <div className="status-link" data-state={link.state}>
        <strong>{linkWords(link, t, time)}</strong>
        {link.state === 'offline' ? <p>{explain(link.reason ? `hub-${link.reason}` : 'hub-unreachable')}</p> : null}
      </div>
      {kiosk.gate.state === 'closed' ? (
        <div className="status-link" data-state="offline">
          <strong>{t('closed.shut')}</strong>
          <p>{explain(`gate-${kiosk.gate.reason}`)}</p>
        </div>
      ) : null}
      <dl className="status-figures">
        <Fact name={t('status.recorded')}>{kiosk.recorded}</Fact>
        <Fact name={t('status.waiting')}>{kiosk.waiting}</Fact>
        <Fact name={t('status.deadLetters')}>{kiosk.deadLetters.length}</Fact>
        <Fact name={t('status.duplicates')}>{kiosk.possibleDuplicates}</Fact>
      </dl>
      {kiosk.deadLetters.length > 0 ? (
        <ul className="status-letters">
          {kiosk.deadLetters.map(({ sequence, reason }) => (
            <li key={sequence}>
              <strong>{t('status.deadLetter', { sequence })}</strong>
              <span>{explain(`rejected-${reason}`)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <dl className="status-list">
        {printers.map((printer) => (
          <Fact key={printer.id} name={printer.name ? localise(printer.name, language).text : t('status.printer')}>
            {printer.isPaused ? <p>{t('status.printerPaused')}</p> : null}
            {printer.faults.length === 0 && !printer.isPaused ? t('status.printerReady') : null}
            {printer.faults.map((fault) => (
              <p key={fault}>{explain(`printer-${fault}`)}</p>
            ))}
            {printer.paperLow ? <p>{t('status.paperLow')}</p> : null}
            <p className="note">{printer.address}</p>
          </Fact>
        ))}
        <Fact name={t('status.hub')}>
          {t(`status.hubKind.${hub.kind}`)}
          {hub.address === null ? null : <p className="note">{hub.address}</p>}
        </Fact>
        <Fact name={t('status.updated')}>{catalogue.updated ? time(catalogue.updated) : t('status.never')}</Fact>
        <Fact name={t('status.catalogue')}>
          {(['companies', 'jobs', 'sessions', 'attendees'] as const).map((kind, index) => (
            <Fragment key={kind}>
              {index === 0 ? null : ' · '}
              <span>
                {t(`status.${kind}`)} {catalogue[kind]}
              </span>
            </Fragment>
          ))}
          {catalogue.isPackBroken === true ? <p>{t('status.packBroken')}</p> : null}
        </Fact>
        <Fact name={t('status.event')}>{kiosk.event ?? t('status.never')}</Fact>
        <Fact name={t('status.version')}>{kiosk.version}</Fact>
      </dl>
    </div>
  );
}

function linkWords(link: KioskStatus['link'], t: TFunction, time: (moment: string) => string): string {
  switch (link.state) {
    case 'online':
      return t('status.online');
    case 'offline':
      return t('status.offline', { time: time(link.since) });
    case 'alone':
      return t('status.alone');
  }
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
