import { useTranslation } from 'react-i18next';
import type { SetUpState } from '../../electron/set-up/set-up-state.ts';

type EnrolledState = Extract<SetUpState, { step: 'enrolled' }>;

/** Minutes. A watch that is off by less bothers nobody. */
const worthSaying = 5;

/** For the moment until the kiosk itself is there. */
export function Enrolled({ state: { kiosk, position, clockAheadMinutes } }: { readonly state: EnrolledState }) {
  const { t } = useTranslation();
  const clock = useClockWords(clockAheadMinutes ?? 0);
  return (
    <section className="set-up-told" role="status">
      <h1 className="title">{t('setUp.done', { kiosk })}</h1>
      <p>{t('setUp.doneNote')}</p>
      {position === null || position === kiosk ? null : <p>{t('setUp.position', { position })}</p>}
      {clock === null ? null : <p className="set-up-warning">{clock}</p>}
    </section>
  );
}

/** In one unit, rounded: enough to know what is wrong. */
function useClockWords(aheadMinutes: number): string | null {
  const { t } = useTranslation();
  const minutes = Math.abs(aheadMinutes);
  if (minutes < worthSaying) return null;
  const time =
    minutes < 90
      ? t('setUp.minutes', { count: minutes })
      : minutes < 36 * 60
        ? t('setUp.hours', { count: Math.round(minutes / 60) })
        : t('setUp.days', { count: Math.round(minutes / 1440) });
  return t(aheadMinutes > 0 ? 'setUp.clockFast' : 'setUp.clockSlow', { time });
}
