import { parseProperty, unfoldLines, type JcalProperty, type Property } from './content-lines.ts';
import { quote, type Problem } from '../problem.ts';

/** What stands between BEGIN and END: a calendar, an event, a time zone. */
export interface Component {
  readonly name: string;
  readonly line: number;
  readonly properties: readonly Property[];
  readonly children: readonly Component[];
}

interface OpenComponent extends Component {
  readonly properties: Property[];
  readonly children: OpenComponent[];
}

/** Deeper ones stand in no calendar. */
const deepest = 8;
/** A file with more broken lines than this is told of with the first ones and a count. */
const mostBrokenLines = 20;

/** The calendars of a file. A line that is none is told of and left out; a component that never ends is closed where the next one begins. */
export function readComponents(file: string, text: string): { calendars: readonly Component[]; problems: Problem[] } {
  const root: OpenComponent = { name: '', line: 1, properties: [], children: [] };
  const problems: Problem[] = [];
  let open: OpenComponent[] = [root];
  let broken = 0;
  for (const contentLine of unfoldLines(text)) {
    const { line, text: written } = contentLine;
    const [, bracket = '', name = ''] = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(written) ?? [];
    const inner = open.at(-1) ?? root;
    if (bracket.toUpperCase() === 'BEGIN') {
      if (open.length > deepest) continue;
      const child: OpenComponent = { name: name.toLowerCase(), line, properties: [], children: [] };
      const nested = open.findIndex((each) => each.name === child.name && each.name === 'vevent');
      if (nested !== -1) {
        problems.push(explainUnclosed(file, open[nested] ?? child));
        open = open.slice(0, nested);
      }
      (open.at(-1) ?? root).children.push(child);
      open.push(child);
    } else if (bracket !== '') {
      const at = open.findLastIndex((each) => each.name === name.toLowerCase());
      if (at > 0) open = open.slice(0, at);
    } else {
      const property = open.length > 1 ? parseProperty(contentLine) : null;
      if (property !== null) inner.properties.push(property);
      else if (open.length > 1 || written.includes(':')) {
        broken += 1;
        if (broken <= mostBrokenLines) problems.push(explainBroken(file, line, written));
      }
    }
  }
  if (broken > mostBrokenLines) {
    const message = `${broken - mostBrokenLines} more lines are not iCalendar and are left out.`;
    problems.push({ severity: 'warning', file, message, instead: 'Export the calendar again.' });
  }
  const calendars = root.children.filter(({ name }) => name === 'vcalendar');
  // Some exporters write events without the calendar around them.
  return { calendars: calendars.length > 0 || root.children.length === 0 ? calendars : [root], problems };
}

function explainBroken(file: string, line: number, written: string): Problem {
  const [name = ''] = /^[A-Za-z-]+/.exec(written) ?? [];
  const known = /^(SUMMARY|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|UID|LOCATION|DESCRIPTION)$/i.test(
    name,
  );
  return {
    severity: 'warning',
    file,
    line,
    found: written.slice(0, 80),
    message: `${quote(written)} is not a line of iCalendar and is left out.`,
    instead: known
      ? `Write ${name.toUpperCase()} as the standard does, such as ${examples[name.toUpperCase()] ?? `${name.toUpperCase()}:…`}.`
      : 'Begin the line with a blank if it goes on with the line before it.',
  };
}

const examples: Readonly<Record<string, string>> = {
  DTSTART: 'DTSTART:20250530T100000',
  DTEND: 'DTEND:20250530T110000',
  DURATION: 'DURATION:PT1H30M',
  RRULE: 'RRULE:FREQ=DAILY;COUNT=3',
};

function explainUnclosed(file: string, { line }: Component): Problem {
  const message = 'The event that begins here has no end.';
  return { severity: 'warning', file, line, message, instead: 'Write END:VEVENT before the next BEGIN:VEVENT.' };
}

/** As ical.js takes it. */
export function toJcal({ name, properties, children }: Component): [string, JcalProperty[], unknown[]] {
  return [name, properties.map(({ jcal }) => jcal), children.map(toJcal)];
}

/** The components of this name, however deep. */
export function findComponents(within: readonly Component[], name: string): Component[] {
  return within.flatMap((each) => (each.name === name ? [each] : findComponents(each.children, name)));
}

/** The first text of a property, trimmed; null when there is none. */
export function readText({ properties }: Pick<Component, 'properties'>, name: string): string | null {
  const value = properties.find((property) => property.name === name)?.values[0];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
