import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeText } from '../decode-text.ts';
import { toLineAndColumn } from '../json-positions.ts';
import { createLineFinder } from '../line-finder.ts';
import type { Found, PackSource, ReaderSettings } from '../pack-source.ts';
import { isObject } from '../pick-value.ts';
import type { Problem } from '../problem.ts';
import type { ScheduleEvent } from './schedule-event.ts';
import { findNothing, takeSchedule } from './take-schedule.ts';

const lists = new Set(['schedule.day', 'schedule.day.room', 'schedule.day.room.event', 'schedule.day.event']);
const place = XMLParser.getMetaDataSymbol() as unknown as symbol;

/** frab and Pentabarf XML, as conference tools export it. */
export function readScheduleXml({ file, bytes }: PackSource, settings: ReaderSettings): Found {
  const { text, problems } = decodeText(file, bytes);
  if (text === null) return findNothing(file, problems);
  const fault = findFault(file, text);
  if (fault !== null) return findNothing(file, [...problems, fault]);
  const schedule = parse(text);
  if (schedule === null) return findNothing(file, [...problems, explainOther(file)]);
  const found = listEvents(schedule);
  const lineOf = createLineFinder(text);
  const locate: Found['locate'] = (row, [field]) => ({
    file,
    row,
    line: lineOf(found[row - 1]?.at ?? 0),
    ...(field === undefined ? {} : { column: String(field) }),
  });
  const zoneName = readText(inside(schedule['conference'], 'time_zone_name'));
  return takeSchedule({ events: found.map(({ event }) => event), zoneName, settings, locate, problems });
}

/** Entities of the file's own could unfold to any size, and no schedule needs them. */
function findFault(file: string, text: string): Problem | null {
  const root = text.search(/<[A-Za-z_]/);
  const prolog = root === -1 ? text : text.slice(0, root);
  const entity = prolog.search(/<!ENTITY|<!DOCTYPE[^>]*\[/i);
  if (entity !== -1) {
    const { line } = toLineAndColumn(text, entity);
    const message = 'The file defines entities of its own, which are not read.';
    return { severity: 'error', file, line, message, instead: 'Export the schedule again, without a DOCTYPE.' };
  }
  // The parser forgives what is broken. Its successor, fast-xml-validator, brings seven packages for rules that no schedule has.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const outcome = XMLValidator.validate(text);
  if (outcome === true) return null;
  const { msg, line } = outcome.err;
  const isCutOff = msg.startsWith("Invalid '") || msg.includes('Unclosed');
  return {
    severity: 'error',
    file,
    line: isCutOff ? toLineAndColumn(text.trimEnd(), text.length).line : line,
    message: isCutOff ? 'The file ends in the middle.' : `This is not XML: ${msg}`,
    instead: 'Export the schedule again.',
  };
}

function parse(text: string): Record<string, unknown> | null {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    parseTagValue: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    htmlEntities: true,
    captureMetaData: true,
    isArray: (_, path) => lists.has(String(path)),
  });
  try {
    const document = parser.parse(text) as unknown;
    const schedule = isObject(document) ? document['schedule'] : undefined;
    return isObject(schedule) ? schedule : null;
  } catch {
    // It throws on names that are dangerous in JavaScript, a second DOCTYPE and too deep a nesting: no schedule has them.
    return null;
  }
}

function explainOther(file: string): Problem {
  const message = 'The file is no schedule: <schedule> with days, rooms and events is not in it.';
  return { severity: 'error', file, line: 1, message, instead: 'Export the agenda as frab XML, iCalendar or CSV.' };
}

function listEvents(schedule: Record<string, unknown>): { event: ScheduleEvent; at: number }[] {
  const conferenceChange = readText(inside(schedule['conference'], 'day_change'));
  return toList(schedule['day']).flatMap((day) => {
    const dayStart = readText(inside(day, '@start'));
    const context = {
      day: readText(inside(day, '@date')),
      dayChange: conferenceChange === '' ? (/T(\d\d:\d\d)/.exec(dayStart)?.[1] ?? '') : conferenceChange,
    };
    const ofDay = toList(inside(day, 'event')).map((each) => toEvent(each, { ...context, room: '' }));
    const ofRooms = toList(inside(day, 'room')).flatMap((room) =>
      toList(inside(room, 'event')).map((each) => toEvent(each, { ...context, room: readText(inside(room, '@name')) })),
    );
    return [...ofDay, ...ofRooms];
  });
}

function toEvent(written: unknown, context: Pick<ScheduleEvent, 'day' | 'dayChange' | 'room'>) {
  const read = (name: string) => readText(inside(written, name));
  const texts = (name: string) =>
    toList(inside(written, name)).map((each) => ({
      text: readText(each),
      tag: readText(inside(each, '@xml:lang')) || null,
    }));
  const persons = toList(inside(inside(written, 'persons'), 'person'));
  const event: ScheduleEvent = {
    ...context,
    id: read('@id') || read('@guid'),
    date: read('date'),
    start: read('start'),
    duration: read('duration'),
    room: read('room') || context.room,
    title: texts('title'),
    subtitle: read('subtitle'),
    language: read('language'),
    track: read('track'),
    type: read('type'),
    abstract: texts('abstract'),
    description: texts('description'),
    speakers: persons.map(readText),
    isCancelled: /^cancell?ed$/i.test(read('status') || read('@status')) || /^(true|1|yes)$/i.test(read('cancelled')),
  };
  const at = isObject(written) ? (written as Record<symbol, { startIndex?: number } | undefined>)[place] : undefined;
  return { event, at: at?.startIndex ?? 0 };
}

function inside(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}

function toList(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

/** The text of an element, without its attributes; of several the first. */
function readText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return readText(value[0]);
  return isObject(value) ? readText(value['#text']) : '';
}
