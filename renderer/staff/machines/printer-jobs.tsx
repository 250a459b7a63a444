import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { JobReport } from '../../../domain/printer-report.ts';
import { formatEventTime } from '../../visit/clock.tsx';
import { useStaffWorld } from '../staff-world.tsx';

/** The last sheets of a printer and how each ended, without a word of what stands on them. */
export function PrinterJobs({ jobs }: { readonly jobs: readonly JobReport[] }) {
  const { t } = useTranslation();
  const { language, event } = useStaffWorld();
  const timeZone = event?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (jobs.length === 0) return <p className="staff-note">{t('staffMachines.printers.noJobs')}</p>;
  return (
    <details className="printer-jobs">
      <summary>
        <ChevronDown aria-hidden="true" />
        {t('staffMachines.printers.jobs')} ({jobs.length})
      </summary>
      <ol>
        {jobs.map((job) => (
          <li key={job.id}>
            <time>{formatEventTime(new Date(job.at), { language, timeZone })}</time>
            <span>
              {t(`staffMachines.document.${job.document}`)}
              {job.copy === 'reprint' ? ` (${t('staffMachines.printers.reprint')})` : ''}
            </span>
            <span data-state={job.state}>
              {t(`staffMachines.printers.job.${job.state}`)}
              {job.fault === null ? '' : `: ${t(`staffMachines.fault.${job.fault}`)}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
