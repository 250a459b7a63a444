import type { EventDetails } from '../../../domain/event.ts';
import type { Language } from '../../../domain/localised.ts';

interface ClockOfEvent {
  readonly language: Language;
  /** Null while the event is not known: then the browser's own zone. */
  readonly event: Pick<EventDetails, 'timeZone'> | null;
}

/** `14:15` by the event's own clock. @param at milliseconds since 1970 */
export function formatTime(at: number, { language, event }: ClockOfEvent): string {
  return format(at, { language, event }, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** `30 May, 14:15:07` by the event's own clock. @param at milliseconds since 1970 */
export function formatMoment(at: number, { language, event }: ClockOfEvent): string {
  const parts = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  return format(at, { language, event }, { ...parts, hourCycle: 'h23' });
}

function format(at: number, { language, event }: ClockOfEvent, parts: Intl.DateTimeFormatOptions): string {
  const zone = event ? { timeZone: event.timeZone } : {};
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { ...parts, ...zone }).format(at);
}
