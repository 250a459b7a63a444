import { useEffect, useState } from 'react';
import type { EventDetails } from '../../domain/event.ts';
import type { Language } from '../../domain/localised.ts';
import { useVisit } from './visit.tsx';
import { useCatalogue } from '../catalogue/catalogue.tsx';

const locales = { en: 'en-GB', 'zh-Hant': 'zh-Hant-HK', 'zh-Hans': 'zh-Hans-CN' } as const;

/** The time at the event, renewed on the minute. For people to read: nothing is ordered or expired by it. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setTimeout(
      () => {
        setNow(new Date());
      },
      60_000 - (now.getTime() % 60_000),
    );
    return () => {
      clearTimeout(timer);
    };
  }, [now]);
  return now;
}

/** Date and time as the event's place has them, in the visitor's language. */
export function useEventTime() {
  const { event } = useCatalogue();
  const { language } = useVisit();
  const now = useNow();
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { timeZone: event.timeZone, ...options }).format(now);
  return {
    now,
    date: format({ weekday: 'short', day: 'numeric', month: 'short' }),
    time: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
  };
}

/** A moment as people at the event read it: with its day, because it may be yesterday's. */
export function formatEventTime(
  moment: Date,
  { language, timeZone }: { language: Language; timeZone: string },
): string {
  const parts = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(locales[language], { timeZone, ...parts }).format(moment);
}

/** What a badge says: the day of the event that it is today, or its first when it is none of them, as `30 May 2025`. */
export function useEventDate(): string {
  const { event } = useCatalogue();
  const { language } = useVisit();
  return formatEventDate(event, { language, now: useNow() });
}

/** See `useEventDate`. */
export function formatEventDate(
  { days, timeZone }: Pick<EventDetails, 'days' | 'timeZone'>,
  { language, now }: { language: Language; now: Date },
): string {
  const today = toEventLocal(now, timeZone).slice(0, 10);
  const day = days.find(({ date }) => date === today) ?? days[0];
  if (!day) return '';
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(day.date),
  );
}

/**
 * A day of the agenda, as `Fri 30 May`.
 * @param local `YYYY-MM-DD`, and a time may follow
 */
export function formatDay(local: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  }).format(new Date(`${local.slice(0, 10)}T00:00Z`));
}

/** `YYYY-MM-DDTHH:MM` at the event, to compare with the agenda. */
export function toEventLocal(now: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(now)
    .replace(' ', 'T');
}
