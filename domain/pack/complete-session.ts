import { addMinutes, readClock, readDate, readDateTime, readMinutes, splitRange } from './read-time.ts';

/** What an agenda leaves to its reader: the day of a time, the end of a session. */
export interface SessionAids {
  readonly zone: string | null;
  /** Of an event of one day: what a time without a day means. */
  readonly onlyDay: string | null;
}

/** Why a session is not as it was written. */
export type SessionNote = 'ends-next-day' | 'ends-before-start';

/** Whether a text is date and time as the schema wants them. */
export function isLocalTime(text: string): boolean {
  return complete.test(text);
}

const complete = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/**
 * A session with `start` and `end` as far as `date`, `duration`, a range such as `10:00-11:30` and the event's only day tell them. An end
 * shortly after midnight that is written with the day of the start belongs to the next day.
 */
export function completeSession(
  written: Readonly<Record<string, unknown>>,
  { zone, onlyDay }: SessionAids,
): { value: Record<string, unknown>; note: SessionNote | null } {
  const { date, duration, ...value } = written;
  const day = (typeof date === 'string' ? readDate(date, zone) : null) ?? onlyDay;
  const range = typeof value['start'] === 'string' ? splitRange(value['start']) : null;
  const start = toLocal(range?.[0] ?? value['start'], day, zone);
  const startDay = start?.slice(0, 10) ?? day;
  const minutes = isScalar(duration) ? readMinutes(String(duration)) : null;
  const end =
    toLocal(value['end'], startDay, zone) ??
    toLocal(range?.[1], startDay, zone) ??
    (minutes !== null && minutes > 0 && start !== null && complete.test(start) ? addMinutes(start, minutes) : null);
  const whole: Record<string, unknown> = { ...value };
  // Blank beats wrong: the schema then asks for what is missing.
  for (const [field, time] of Object.entries({ start, end })) {
    if (time === null) Reflect.deleteProperty(whole, field);
    else whole[field] = time;
  }
  if (start === null || end === null || !complete.test(start) || !complete.test(end) || start < end) {
    return { value: whole, note: null };
  }
  const isNight = start.slice(0, 10) === end.slice(0, 10) && end.slice(11) <= '06:00' && start.slice(11) >= '12:00';
  if (!isNight) return { value: whole, note: 'ends-before-start' };
  return { value: { ...whole, end: addMinutes(end, 24 * 60) }, note: 'ends-next-day' };
}

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** What cannot be read stays as it is, for the schema to say so. */
function toLocal(written: unknown, day: string | null, zone: string | null): string | null {
  if (typeof written !== 'string') return null;
  if (complete.test(written)) return written;
  const own = readDateTime(written, zone);
  if (own !== null) return own;
  const time = readClock(written);
  const date = readDate(written, zone);
  // A day alone is no time: the schema asks for one.
  if (time === null) return date === null ? written : null;
  return day !== null && date === null ? `${day}T${time}` : written;
}
