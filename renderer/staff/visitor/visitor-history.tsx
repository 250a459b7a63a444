import { useTranslation } from 'react-i18next';
import type { VisitorDetails } from '../../../domain/protocol/staff-calls.ts';
import { formatEventTime } from '../../visit/clock.tsx';
import { useStaffWorld } from '../staff-world.tsx';

/** What happened to a registration, the newest first. */
export function VisitorHistory({ details: { history } }: { readonly details: VisitorDetails }) {
  const { t } = useTranslation();
  const { event, language } = useStaffWorld();
  const timeZone = event?.timeZone ?? 'UTC';
  return (
    <section className="visitor-history">
      <h2>{t('staffVisitors.visitor.history')}</h2>
      {history.length === 0 ? <p className="staff-note">{t('staffVisitors.visitor.noHistory')}</p> : null}
      <ol>
        {history.toReversed().map(({ at, what, kiosk, staff, reason }) => (
          <li key={`${String(at)} ${what}`}>
            <time>{formatEventTime(new Date(at), { language, timeZone })}</time>
            <span>
              {t(`staffVisitors.visitor.what.${what}`)}
              {reason === null ? '' : ` (${t(`staffVisitors.reprint.reason.${reason}`)})`}
            </span>
            <span className="staff-note">
              {[
                kiosk === null ? '' : t('staffVisitors.visitor.atKiosk', { kiosk }),
                staff === null ? '' : t('staffVisitors.visitor.byStaff', { staff }),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
