import { decodeText } from '../decode-text.ts';
import type { Found, PackSource, ReaderSettings } from '../pack-source.ts';
import type { Problem } from '../problem.ts';
import { Remarks } from '../remarks.ts';
import { calendarRemarks, sessionNouns, type CalendarRemark } from './calendar-remarks.ts';
import { createZoneFinder } from './calendar-zones.ts';
import { findComponents, readComponents, readText, type Component } from './components.ts';
import { explainEmpty, explainEnd, explainRule, explainStart, explainZone } from './explain-calendar.ts';
import { hour, readLength, readMoment, toInstant, toOwnWall, type Moment } from './event-times.ts';
import { isRepeated, listStarts, type OccurrenceSettings } from './occurrences.ts';
import { mostSteps } from './recurrence.ts';
import { fitForeignId } from '../foreign-id.ts';
import { shapeEventTexts } from './shape-calendar-event.ts';
import { findZone, utc, writeWallTime, type Instant } from './zone-time.ts';

/** An event that can be shown, as far as its times go. */
interface TimedEvent {
  readonly row: number;
  readonly component: Component;
  readonly uid: string | null;
  readonly start: Moment;
  /** Milliseconds; null when it says none. */
  readonly length: number | null;
  /** Which start of a repeated event this one replaces. */
  readonly replaces: Instant | null;
}

/**
 * iCalendar (RFC 5545) as sessions: times on the event's own clock, repetitions on its days, each with the id of its UID. `row` counts the
 * events of the file from 1.
 */
export function readIcalendar({ file, bytes }: PackSource, settings: ReaderSettings): Found {
  const { text, problems: decoding } = decodeText(file, bytes);
  const { calendars, problems: broken } = readComponents(file, text ?? '');
  const components = findComponents(calendars, 'vevent');
  const locate = createLocate(file, components);
  const problems: Problem[] = [...decoding, ...broken];
  if (components.length === 0 && text !== null) problems.push(explainEmpty(file, calendars.length > 0));
  const remarks = new Remarks<CalendarRemark>(calendarRemarks, sessionNouns);
  const own = findZone(settings.timeZone ?? 'UTC') ?? utc;
  const missing = new Set<string>();
  const zones: OccurrenceSettings = {
    own,
    find: createZoneFinder(calendars),
    missZone: (property) => {
      const tzid = String(property.parameters['tzid']);
      if (!missing.has(tzid)) problems.push(explainZone(file, property, tzid));
      missing.add(tzid);
    },
    days: settings.days ?? [],
    budget: { steps: mostSteps },
  };
  const odd: Record<string, number> = {};
  const timed = keepNewest(components, (row) => {
    remarks.add('outdated', locate(row, []));
  }).flatMap(({ row, component }) => {
    const hidden = findHidden(component);
    const read = readTimes(row, component, zones);
    const isHidden = hidden !== null;
    if (isHidden) remarks.add(hidden, locate(row, []));
    if (typeof read === 'object' && (read.length ?? 1) > 0) return [{ ...read, isHidden }];
    if (isHidden) return [];
    if (read === 'startless') {
      remarks.add('startless', locate(row, []));
      return [];
    }
    const isStart = read === 'unreadable';
    problems.push(
      isStart ? explainStart(component, locate(row, ['start'])) : explainEnd(component, locate(row, ['end'])),
    );
    const reason = isStart ? 'start cannot be read' : 'ends before it starts';
    odd[reason] = (odd[reason] ?? 0) + 1;
    return [];
  });
  const shown = timed.filter(({ isHidden }) => !isHidden);
  const records = shown.flatMap((event) => toRecords(event, { timed, zones, settings, remarks, locate, problems }));
  return {
    records,
    headings: null,
    complete: text !== null && broken.length === 0,
    locate,
    problems: [...problems, ...remarks.tell()],
    leftOut: { ...remarks.countLeftOut(), ...odd },
    skipWithout: ['start', 'end', 'title'],
  };
}

interface Reading {
  /** All events with their times, also hidden ones: one that is cancelled still replaces a time of another. */
  readonly timed: readonly TimedEvent[];
  readonly zones: OccurrenceSettings;
  readonly settings: ReaderSettings;
  readonly remarks: Remarks<CalendarRemark>;
  readonly locate: Found['locate'];
  readonly problems: Problem[];
}

/** One session, or one for each time that a repeated event has. */
function toRecords(
  event: TimedEvent,
  { timed, zones, settings, remarks, locate, problems }: Reading,
): Found['records'] {
  const { row, component, uid, start } = event;
  const { own } = zones;
  const { fields, isForeign } = shapeEventTexts(component, settings.language);
  if (fields['title'] === undefined) {
    remarks.add('untitled', locate(row, []));
    return [];
  }
  if (isForeign) remarks.add('foreign', locate(row, []));
  if (event.length === null) remarks.add('endless', locate(row, []));
  const length = event.length ?? hour;
  const record = (at: Moment, stamp?: Instant) => {
    const wall = toOwnWall(at, own);
    const times = { start: writeWallTime(wall), end: writeWallTime(endOn({ at, wall, length }, zones)) };
    const original = stamp === undefined ? undefined : writeWallTime(own.toWall(stamp));
    return { row, value: { ...(uid === null ? {} : { id: fitForeignId(uid, original) }), ...times, ...fields } };
  };
  if (event.replaces !== null) return [record(start, event.replaces)];
  if (!isRepeated(component)) return [record(start)];
  const replaced = new Set(
    timed.flatMap((each) => (each.uid === uid && each.replaces !== null ? [each.replaces] : [])),
  );
  const { starts, isWhole } = listStarts({ component, start, replaced }, zones);
  if (!isWhole) problems.push(explainRule(component, locate(row, [])));
  if (starts.length === 0 && replaced.size === 0) remarks.add('elsewhen', locate(row, []));
  return starts.map((at) => record(at, toInstant(at, own)));
}

/** A day is a day of the calendar, other lengths are counted on the clock of the world. */
function endOn(
  { at, wall, length }: { at: Moment; wall: number; length: number },
  { own }: OccurrenceSettings,
): number {
  return at.isDate ? wall + length : own.toWall(toInstant(at, own) + length);
}

function readTimes(
  row: number,
  component: Component,
  zones: OccurrenceSettings,
): TimedEvent | 'startless' | 'unreadable' {
  const written = component.properties.find(({ name }) => name === 'dtstart');
  if (written === undefined) return 'startless';
  const start = readMoment(written, zones);
  if (start === null) return 'unreadable';
  const instance = component.properties.find(({ name }) => name === 'recurrence-id');
  const replaced = instance === undefined ? null : readMoment(instance, zones);
  return {
    row,
    component,
    uid: readText(component, 'uid'),
    start,
    length: readLength(component, start, zones),
    replaces: replaced === null ? null : toInstant(replaced, zones.own),
  };
}

function findHidden(component: Component): 'cancelled' | 'private' | null {
  if (/^cancell?ed$/i.test(readText(component, 'status') ?? '')) return 'cancelled';
  return /^(private|confidential)$/i.test(readText(component, 'class') ?? '') ? 'private' : null;
}

/** Of events with one UID that replace one another by SEQUENCE only the newest; exporters that give all the same one are forgiven. */
function keepNewest(components: readonly Component[], drop: (row: number) => void) {
  const numbered = components.map((component, index) => ({ row: index + 1, component }));
  const key = ({ component }: { component: Component }) =>
    JSON.stringify([readText(component, 'uid'), readText(component, 'recurrence-id')]);
  const groups = Map.groupBy(numbered, key);
  return numbered.filter((each) => {
    const newest = Math.max(...(groups.get(key(each)) ?? []).map(({ component }) => readSequence(component)));
    if (readText(each.component, 'uid') === null || readSequence(each.component) === newest) return true;
    drop(each.row);
    return false;
  });
}

function readSequence(component: Component): number {
  return Number(readText(component, 'sequence') ?? '0') || 0;
}

const propertyOf: Readonly<Record<string, string>> = {
  id: 'uid',
  title: 'summary',
  text: 'description',
  room: 'location',
  start: 'dtstart',
  end: 'dtend',
  kind: 'categories',
  track: 'categories',
};

function createLocate(file: string, components: readonly Component[]): Found['locate'] {
  return (row, [field]) => {
    const component = components[row - 1];
    const name = propertyOf[String(field)];
    const property = component?.properties.find((each) => each.name === name);
    const line = property?.line ?? component?.line;
    const column = name === undefined ? {} : { column: name.toUpperCase() };
    return { file, row, ...(line === undefined ? {} : { line }), ...column };
  };
}
