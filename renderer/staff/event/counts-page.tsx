import { useTranslation } from 'react-i18next';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { useAnswer } from '../use-answer.ts';
import { formatTime } from './event-time.ts';
import { QuarterChart, sum, type Quarter } from './quarter-chart.tsx';
import './event.css';

/** Arrivals of one day change by the minute, not by the second. */
const askEvery = { everyMilliseconds: 15_000 };

/** How many have come, and when. */
export function CountsPage() {
  const { t } = useTranslation();
  const { answer, refusal, ask } = useAnswer('counts', {}, askEvery);
  return (
    <>
      <StaffHeading>{t('staff.pages.counts')}</StaffHeading>
      {refusal === null ? null : <Refused refusal={refusal} onRetry={ask} />}
      {answer === null && refusal === null ? <p role="status">{t('staff.waiting')}</p> : null}
      {answer ? (
        <>
          <dl className="event-figures">
            <Figure name={t('staffEvent.counts.registrations')} value={answer.total.registrations} kind="walk-in" />
            <Figure name={t('staffEvent.counts.checkIns')} value={answer.total.checkIns} kind="ticket" />
            <Figure name={t('staffEvent.counts.total')} value={answer.total.registrations + answer.total.checkIns} />
          </dl>
          {answer.total.expected > answer.total.checkIns ? (
            <p className="staff-note">
              {t('staffEvent.counts.expected', { count: answer.total.expected - answer.total.checkIns })}
            </p>
          ) : null}
          {answer.quarters.length === 0 ? (
            <Notice kind="plain">{t('staffEvent.counts.none')}</Notice>
          ) : (
            <>
              <QuarterChart quarters={answer.quarters} />
              <QuarterTable quarters={answer.quarters} />
            </>
          )}
        </>
      ) : null}
    </>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number;
  /** The colour that it has in the chart. */
  readonly kind?: 'walk-in' | 'ticket';
}

function Figure({ name, value, kind }: FigureProps) {
  const { language } = useStaffWorld();
  return (
    <div data-kind={kind}>
      <dt>{name}</dt>
      <dd>{new Intl.NumberFormat(language).format(value)}</dd>
    </div>
  );
}

/** The same as words, for screen readers and for whoever copies it. */
function QuarterTable({ quarters }: { readonly quarters: readonly Quarter[] }) {
  const { t } = useTranslation();
  const { language, event } = useStaffWorld();
  return (
    <details className="event-details">
      <summary>{t('staffEvent.counts.table')}</summary>
      <table className="staff-table">
        <thead>
          <tr>
            <th scope="col">{t('staffEvent.counts.quarter')}</th>
            <th scope="col">{t('staffEvent.counts.registrations')}</th>
            <th scope="col">{t('staffEvent.counts.checkIns')}</th>
            <th scope="col">{t('staffEvent.counts.staff')}</th>
            <th scope="col">{t('staffEvent.counts.total')}</th>
          </tr>
        </thead>
        <tbody>
          {quarters.map((quarter) => (
            <tr key={quarter.start}>
              <th scope="row">{formatTime(quarter.start, { language, event })}</th>
              <td>{quarter.registrations}</td>
              <td>{quarter.checkIns}</td>
              <td>{quarter.staff}</td>
              <td>{sum(quarter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
