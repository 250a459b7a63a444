import type { Session } from '../../domain/session.ts';
import { toInstant } from './event-instant.ts';
import { shorten } from './text-size.ts';

interface CalendarTask {
  readonly session: Pick<Session, 'id' | 'start' | 'end'>;
  readonly title: string;
  /** The room; null when nobody has said. */
  readonly place: string | null;
  readonly event: { readonly id: string; readonly timeZone: string };
}

/** Bytes: what is longer is cut, so that the code stays small. */
const longest = { title: 150, place: 80 };

/**
 * One session as iCalendar (RFC 5545), which the cameras of iOS and Android offer to put into the calendar. One event a code: they take no
 * more. Times are UTC, so that no time zone must be described; lines are not folded (3.1 says should), because some readers of codes
 * leave the break in.
 */
export function writeCalendar({ session, title, place, event }: CalendarTask): string {
  const at = (local: string) => stamp(toInstant(local, event.timeZone));
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Foyer//EN',
    'BEGIN:VEVENT',
    `UID:${session.id}@${event.id}`,
    // Obligatory, and no reader asks: not the clock's, so that a code stays the same while it is looked at.
    `DTSTAMP:${at(session.start)}`,
    `DTSTART:${at(session.start)}`,
    `DTEND:${at(session.end)}`,
    `SUMMARY:${escape(shorten(title, longest.title))}`,
    ...(place === null ? [] : [`LOCATION:${escape(shorten(place, longest.place))}`]),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

/** `20250530T030000Z` (RFC 5545, 3.3.5, form 2). */
function stamp(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replaceAll(/[-:]/gu, '')}Z`;
}

/** RFC 5545, 3.3.11. */
function escape(text: string): string {
  return text.replaceAll(/[\\;,]/gu, (character) => `\\${character}`).replaceAll(/\r?\n/gu, '\\n');
}
