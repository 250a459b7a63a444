import { decodeText } from '../decode-text.ts';
import type { Found, PackSource, ReaderSettings } from '../pack-source.ts';
import { parseJson } from '../parse-json.ts';
import { isObject } from '../pick-value.ts';
import type { TaggedText } from '../localise-texts.ts';
import type { ScheduleEvent } from './schedule-event.ts';
import { takeSchedule } from './take-schedule.ts';

/** `schedule.json` of frab, pretalx and their like; null for any other JSON. */
export function readScheduleJson({ file, bytes }: PackSource, settings: ReaderSettings): Found | null {
  const { text, problems } = decodeText(file, bytes);
  const document = text === null ? null : parseJson(file, text).document;
  const conference = inside(inside(document?.value, 'schedule'), 'conference');
  const days = inside(conference, 'days');
  if (document === null || !Array.isArray(days)) return null;
  const found = days.flatMap((day, index) => listEvents(day, ['schedule', 'conference', 'days', index]));
  const dayChange = readText(inside(conference, 'day_change'));
  const events = found.map(({ event }) => (dayChange === '' ? event : { ...event, dayChange }));
  const locate: Found['locate'] = (row, path) => ({
    file,
    row,
    line: document.lineOf([...(found[row - 1]?.path ?? []), ...path]),
    ...(path.length === 0 ? {} : { column: String(path[0]) }),
  });
  const zoneName = readText(inside(conference, 'time_zone_name'));
  return takeSchedule({ events, zoneName, settings, locate, problems });
}

function listEvents(
  day: unknown,
  path: readonly (string | number)[],
): { event: ScheduleEvent; path: readonly (string | number)[] }[] {
  const rooms = inside(day, 'rooms');
  const dayStart = readText(inside(day, 'day_start'));
  const context = { day: readText(inside(day, 'date')), dayChange: /T(\d\d:\d\d)/.exec(dayStart)?.[1] ?? '' };
  return Object.entries(isObject(rooms) ? rooms : {}).flatMap(([room, events]) =>
    (Array.isArray(events) ? (events as unknown[]) : []).map((event, index) => ({
      event: toEvent(event, { ...context, room }),
      path: [...path, 'rooms', room, index],
    })),
  );
}

function toEvent(written: unknown, context: Pick<ScheduleEvent, 'day' | 'dayChange' | 'room'>): ScheduleEvent {
  const read = (name: string) => readText(inside(written, name));
  const persons = inside(written, 'persons');
  return {
    ...context,
    id: read('id') || read('guid'),
    date: read('date'),
    start: read('start'),
    duration: read('duration'),
    room: read('room') || context.room,
    title: readTexts(inside(written, 'title')),
    subtitle: read('subtitle'),
    language: read('language'),
    track: read('track'),
    type: read('type'),
    abstract: readTexts(inside(written, 'abstract')),
    description: readTexts(inside(written, 'description')),
    speakers: (Array.isArray(persons) ? (persons as unknown[]) : []).map(readPerson),
    isCancelled: /^cancell?ed$/i.test(read('status') || read('state')) || /^true$/i.test(read('cancelled')),
  };
}

/** Tools write the name that a speaker wants to be called under several keys. */
function readPerson(person: unknown): string {
  const names = ['public_name', 'full_public_name', 'name', 'display_name'];
  return typeof person === 'string'
    ? person
    : (names.map((name) => readText(inside(person, name))).find((name) => name !== '') ?? '');
}

function inside(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}

/** A text, a number, or the first text of an object of languages or of one with a name. */
function readText(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isObject(value)) return '';
  return readText(value['name'] ?? value['en'] ?? Object.values(value).find((each) => typeof each === 'string'));
}

/** pretalx writes `{ "en": …, "de": … }` where a text has several languages. */
function readTexts(value: unknown): TaggedText[] {
  if (!isObject(value)) return [{ text: readText(value), tag: null }];
  return Object.entries(value).flatMap(([tag, text]) => (typeof text === 'string' ? [{ text: text.trim(), tag }] : []));
}
