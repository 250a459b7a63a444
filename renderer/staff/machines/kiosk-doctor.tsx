import { useTranslation } from 'react-i18next';
import type { DoctorFinding, GoLiveReason } from '../../../domain/doctor-report.ts';
import { errors, type ErrorCode } from '../../../domain/errors.ts';
import type { KioskLine } from '../../../domain/protocol/staff-calls.ts';
import { formatEventTime } from '../../visit/clock.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { useOperatorWords } from '../use-staff-words.ts';
import { carryOrder } from './carry-order.ts';
import { GoLive } from './go-live.tsx';
import './kiosk-doctor.css';

interface KioskDoctorProps {
  readonly line: KioskLine;
  readonly onChanged: () => void;
}

const levels = { green: 'good', amber: 'warn', red: 'bad', forged: 'bad' } as const;

/** The last examination of a kiosk: how it ended, when, and what is to be done about each thing that is not well. */
export function KioskDoctor({ line, onChanged }: KioskDoctorProps) {
  const { t } = useTranslation();
  const { client, language, event } = useStaffWorld();
  const { doctor, report, kiosk } = line;
  if (report === null || doctor === null) return null;
  const findings = doctor.state === 'forged' ? [] : doctor.report.findings;
  const send = (reason: GoLiveReason) => carryOrder({ client, kiosk, order: { kind: 'go-live', reason } });
  const wells = findings.filter(({ state }) => state === 'green').length;
  return (
    <section className="kiosk-doctor">
      <h3>
        {t('doctor.title')}
        <span className={`staff-state staff-state-${levels[doctor.state]}`}>{t(`doctor.state.${doctor.state}`)}</span>
      </h3>
      {doctor.state === 'forged' ? null : (
        <p className="staff-note">
          {t('doctor.when', {
            time: formatEventTime(new Date(doctor.report.at), { language, timeZone: event?.timeZone ?? 'UTC' }),
          })}
          {wells === 0 ? '' : ` · ${t('doctor.wells', { count: wells })}`}
        </p>
      )}
      <ul>
        {inOrder(findings).map((finding, index) => (
          <li key={`${finding.check} ${String(index)}`} data-state={finding.state}>
            <Finding finding={finding} />
          </li>
        ))}
      </ul>
      {report.goLive === null ? null : (
        <p className="kiosk-advice">
          {t('doctor.goLive.allowed', { reason: t(`doctor.goLive.reasons.${report.goLive}`) })}
        </p>
      )}
      {isWaitingForWord(line) ? <GoLive send={send} note={t('doctor.goLive.note')} onChanged={onChanged} /> : null}
    </section>
  );
}

/** Closed by its examination, and nobody has let it go live. */
function isWaitingForWord({ report }: KioskLine): boolean {
  return report?.gate.state === 'closed' && report.gate.reason === 'not-ready';
}

function Finding({ finding: { check, state, facts, advice } }: { readonly finding: DoctorFinding }) {
  const { t } = useTranslation();
  const explain = useOperatorWords();
  const { printer } = facts;
  return (
    <>
      <strong>
        {t(`doctor.check.${check}`)}
        {typeof printer === 'string' ? ` ${printer}` : ''} · {t(`doctor.found.${state}`)}
      </strong>
      {isKnown(advice) ? <span>{explain(advice)}</span> : null}
    </>
  );
}

/** A kiosk of a newer Foyer may say what this page has no words for. */
function isKnown(advice: string | null): advice is ErrorCode {
  return advice !== null && Object.hasOwn(errors, advice);
}

const order = ['red', 'amber', 'skipped'] as const;

/** The worst first; what is well is counted and not told. */
function inOrder(findings: readonly DoctorFinding[]): DoctorFinding[] {
  return order.flatMap((state) => findings.filter((finding) => finding.state === state));
}
