import type { Locate } from '../pack-source.ts';
import { quote, type Problem } from '../problem.ts';
import { readText, type Component } from './components.ts';
import type { Property } from './content-lines.ts';

export function explainEmpty(file: string, isCalendar: boolean): Problem {
  const message = isCalendar
    ? 'The calendar holds no event.'
    : 'The file is no iCalendar: BEGIN:VCALENDAR is not in it.';
  return { severity: 'error', file, line: 1, message, instead: 'Export the agenda as iCalendar (.ics) again.' };
}

export function explainZone(file: string, { line }: Property, tzid: string): Problem {
  const message = `${quote(tzid)} is no time zone that is known; its times are taken for the event's own.`;
  return {
    severity: 'warning',
    file,
    line,
    found: tzid,
    message,
    instead: 'Write an IANA name, such as Asia/Hong_Kong.',
  };
}

export function explainStart(component: Component, at: ReturnType<Locate>): Problem {
  const found = readText(component, 'dtstart') ?? '';
  const message = 'The start is no time, and the session is left out.';
  return {
    severity: 'warning',
    ...at,
    found,
    message,
    instead: 'Write it as the standard does: DTSTART:20250530T100000.',
  };
}

export function explainEnd(component: Component, at: ReturnType<Locate>): Problem {
  const found = readText(component, 'dtend') ?? readText(component, 'duration') ?? '';
  const message = 'It ends before it starts and is left out.';
  return { severity: 'warning', ...at, found, message, instead: 'Write an end that is later than the start.' };
}

export function explainRule(component: Component, at: ReturnType<Locate>): Problem {
  const line = component.properties.find(({ name }) => name === 'rrule')?.line;
  const message = 'The rule by which it repeats itself cannot be followed; only its first time is taken.';
  return {
    severity: 'warning',
    ...at,
    ...(line === undefined ? {} : { line }),
    message,
    instead: 'Write the other times as events.',
  };
}
