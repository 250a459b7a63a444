import { CheckCircle2, LockOpen, OctagonAlert, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { localise } from '../../../domain/localised.ts';
import type { KioskLine, KioskProblem } from '../../../domain/protocol/staff-calls.ts';
import { StaffButton } from '../controls/staff-button.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { useOperatorWords } from '../use-staff-words.ts';
import { carryOrder } from './carry-order.ts';
import { CommandEnd } from './command-end.tsx';
import { KioskDoctor } from './kiosk-doctor.tsx';
import { KioskSettings } from './kiosk-settings.tsx';
import { KioskVersion } from './kiosk-version.tsx';
import { PrinterState } from './printer-state.tsx';
import { splitAge } from './split-age.ts';
import { UpdateNow } from './update-now.tsx';
import { useErrand } from './use-errand.ts';

interface KioskCardProps {
  readonly line: KioskLine;
  /** The hub's clock, milliseconds since 1970. */
  readonly now: number;
  readonly onChanged: () => void;
}

/** What can wait until the kiosk is quiet. */
const mild: readonly KioskProblem[] = ['printer-paused', 'records-waiting', 'paper-low', 'not-examined', 'old-version'];

export function KioskCard({ line, now, onChanged }: KioskCardProps) {
  const { t } = useTranslation();
  const explain = useOperatorWords();
  const { language } = useStaffWorld();
  const { kiosk, position, problems, lastSeen, report } = line;
  const [worst] = problems;
  const level = worst === undefined ? 'good' : mild.includes(worst) ? 'warn' : 'bad';
  // What a kiosk said of its printers ten minutes ago is not how they stand.
  const isHeard = !problems.some((problem) => problem === 'away' || problem === 'revoked');
  const Icon = { good: CheckCircle2, warn: TriangleAlert, bad: OctagonAlert }[level];
  return (
    <article className={`kiosk-card kiosk-card-${level}`}>
      <header>
        <h2>
          {kiosk}
          {position !== null && position !== kiosk ? <span className="staff-note"> {position}</span> : null}
        </h2>
        <span className={`staff-state staff-state-${level}`}>
          <Icon aria-hidden="true" />
          {worst === undefined ? t('staffMachines.kiosks.well') : t(`staffMachines.kiosks.problem.${worst}`)}
        </span>
      </header>
      {problems
        .filter((problem) => !isSaidByGate(problem, line))
        .map((problem) => (
          <p key={problem} className="kiosk-advice">
            {explain(`kiosk-${problem}`)}
          </p>
        ))}
      {problems.includes('closed') && report?.gate.state === 'closed' ? (
        <p className="kiosk-advice">{explain(`gate-${report.gate.reason}`)}</p>
      ) : null}
      {problems.includes('printer-fault')
        ? report?.printers.flatMap(({ id, faults }) =>
            faults.map((fault) => (
              <p key={`${id} ${fault}`} className="kiosk-advice">
                {explain(`printer-${fault}`)}
              </p>
            )),
          )
        : null}
      <dl className="kiosk-facts">
        <div>
          <dt>{t('staffMachines.kiosks.lastSeen')}</dt>
          <dd>
            <Age lastSeen={lastSeen} now={now} />
            {report?.isBusy === true ? ` · ${t('staffMachines.kiosks.busy')}` : ''}
          </dd>
        </div>
        <div>
          <dt>{t('staffMachines.kiosks.printer')}</dt>
          <dd>
            {report === null || report.printers.length === 0
              ? t('staffMachines.kiosks.noPrinter')
              : report.printers.map((printer) => (
                  <span key={printer.id} className="kiosk-printer">
                    {printer.name ? localise(printer.name, language).text : printer.model}
                    {isHeard ? <PrinterState printer={printer} /> : null}
                  </span>
                ))}
          </dd>
        </div>
        <div>
          <dt>{t('staffMachines.kiosks.waiting')}</dt>
          <dd>{report?.waiting ?? '–'}</dd>
        </div>
        <KioskVersion report={report} />
      </dl>
      {isHeard ? <UpdateNow kiosk={kiosk} update={report?.update} onChanged={onChanged} /> : null}
      <KioskDoctor line={line} onChanged={onChanged} />
      <KioskSettings line={line} onChanged={onChanged} />
      {problems.includes('staff-locked') ? <Unlock kiosk={kiosk} onChanged={onChanged} /> : null}
    </article>
  );
}

/** That it is closed because it is not ready says what the red examination would. */
function isSaidByGate(problem: KioskProblem, { report }: KioskLine): boolean {
  return problem === 'doctor-red' && report?.gate.state === 'closed' && report.gate.reason === 'not-ready';
}

function Age({ lastSeen, now }: { readonly lastSeen: number | null; readonly now: number }) {
  const { t } = useTranslation();
  if (lastSeen === null) return t('staffMachines.kiosks.never');
  const { unit, count } = splitAge(now - lastSeen);
  return unit === 'now' ? t('staffMachines.kiosks.now') : t(`staffMachines.kiosks.${unit}`, { count });
}

function Unlock({ kiosk, onChanged }: { readonly kiosk: string; readonly onChanged: () => void }) {
  const { t } = useTranslation();
  const { client, staff } = useStaffWorld();
  const { state, run } = useErrand(onChanged);
  if (staff.role === 'helper') return null;
  const unlock = () => {
    run(() => carryOrder({ client, kiosk, order: { kind: 'unlock-staff' } }));
  };
  return (
    <>
      <div className="staff-actions">
        <StaffButton icon={LockOpen} isDisabled={state === 'sent'} onPress={unlock}>
          {t('staffMachines.kiosks.unlock')}
        </StaffButton>
      </div>
      <CommandEnd state={state} />
    </>
  );
}
