import { useTranslation } from 'react-i18next';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffHeading } from '../controls/staff-heading.tsx';
import { formatEventTime } from '../../visit/clock.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { useAnswer } from '../use-answer.ts';
import { KioskCard } from './kiosk-card.tsx';
import { inOrder } from './kiosk-order.ts';
import { ThisKiosk } from './this-kiosk.tsx';
import './machines.css';

const askEveryMilliseconds = 3000;

/** All kiosks, or without the hub the one at hand. */
export function KiosksPage() {
  const { client, scope } = useStaffWorld();
  return scope === 'local' && client.local ? <ThisKiosk local={client.local} /> : <AllKiosks />;
}

/** All kiosks on one page, those that need somebody first. Told anew every few seconds; nothing moves unless something changed. */
function AllKiosks() {
  const { t } = useTranslation();
  const { language, event } = useStaffWorld();
  const { answer, refusal, ask } = useAnswer('kiosks', {}, { everyMilliseconds: askEveryMilliseconds });
  const kiosks = inOrder(answer?.kiosks ?? []);
  const troubled = kiosks.filter(({ problems }) => problems.length > 0).length;
  return (
    <>
      <StaffHeading>{t('staffMachines.kiosks.title')}</StaffHeading>
      {refusal === null ? null : (
        <>
          <Refused refusal={refusal} onRetry={ask} />
          {answer ? (
            <p className="staff-note">
              {t('staffMachines.kiosks.stale', {
                time: formatEventTime(new Date(answer.now), { language, timeZone: event?.timeZone ?? 'UTC' }),
              })}
            </p>
          ) : null}
        </>
      )}
      {answer === null ? (
        refusal === null ? (
          <p role="status">{t('staff.waiting')}</p>
        ) : null
      ) : kiosks.length === 0 ? (
        <Notice kind="plain">{t('staffMachines.kiosks.none')}</Notice>
      ) : (
        <Notice kind={troubled === 0 ? 'good' : 'plain'}>
          {troubled === 0
            ? t('staffMachines.kiosks.allWell', { count: kiosks.length })
            : t('staffMachines.kiosks.troubled', { count: troubled })}
        </Notice>
      )}
      <ul className="kiosks">
        {kiosks.map((kiosk) => (
          <li key={kiosk.kiosk}>
            <KioskCard line={kiosk} now={answer?.now ?? 0} onChanged={ask} />
          </li>
        ))}
      </ul>
    </>
  );
}
