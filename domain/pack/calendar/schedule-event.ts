import type { Language } from '../../localised.ts';
import { reduceHtml } from '../../text/reduce-html.ts';
import { toSingleLine } from '../../text.ts';
import { day, hour } from './event-times.ts';
import { localiseTexts, type TaggedText } from '../localise-texts.ts';
import { fitForeignId } from '../foreign-id.ts';
import { readKind } from './session-kind.ts';
import { readDateTime, readWall, writeWallTime, type WallTime, type Zone } from './zone-time.ts';

/** An event of a frab or Pentabarf schedule as its file has it, XML or JSON; '' for what it does not say. */
export interface ScheduleEvent {
  readonly id: string;
  /** The day under which it stands, as YYYY-MM-DD; it may end in the next morning. */
  readonly day: string;
  /** `HH:MM[:SS]` from which on the clock shows that day and not the morning after it. */
  readonly dayChange: string;
  /** With an offset, as newer schedules have it. */
  readonly date: string;
  readonly start: string;
  readonly duration: string;
  readonly room: string;
  readonly title: readonly TaggedText[];
  readonly subtitle: string;
  readonly language: string;
  readonly track: string;
  readonly type: string;
  readonly abstract: readonly TaggedText[];
  readonly description: readonly TaggedText[];
  readonly speakers: readonly string[];
  readonly isCancelled: boolean;
}

export interface ScheduleSettings {
  /** The event's own zone. */
  readonly own: Zone;
  /** That of the schedule, for times without an offset. */
  readonly zone: Zone;
  readonly language: Language | null;
}

export type ShapedEvent =
  | { readonly fault: 'cancelled' | 'untitled' | 'startless' | 'reversed' }
  | {
      readonly fault: null;
      readonly fields: Record<string, unknown>;
      readonly isEndless: boolean;
      readonly isForeign: boolean;
    };

/** A session of the agenda, on the event's own clock. */
export function shapeScheduleEvent(event: ScheduleEvent, settings: ScheduleSettings): ShapedEvent {
  const titles = event.title.map(({ text, tag }) => ({
    text: joinTitle(toSingleLine(text), toSingleLine(event.subtitle)),
    tag: tag ?? event.language,
  }));
  if (event.isCancelled || titles.some(({ text }) => cancelledTitle.test(text))) return { fault: 'cancelled' };
  const title = localiseTexts(titles, settings.language);
  if (title.localised === undefined) return { fault: 'untitled' };
  const start = readStart(event, settings);
  if (start === null) return { fault: 'startless' };
  const length = readLength(event.duration);
  if (length !== null && length < 0) return { fault: 'reversed' };
  const plain = (text: string) => localiseTexts([{ text: toSingleLine(text), tag: null }], settings.language).localised;
  const track = plain(event.track);
  const fields = {
    ...(event.id === '' ? {} : { id: fitForeignId(event.id) }),
    kind: readKind(event.type) ?? 'talk',
    start: writeWallTime(start),
    end: writeWallTime(start + (length === null || length === 0 ? hour : length)),
    room: plain(event.room),
    track,
    speakers: event.speakers.map(toSingleLine).filter((name) => name !== ''),
    title: title.localised,
    text: localiseTexts(joinTexts(event), settings.language).localised,
  };
  const said = Object.entries(fields).filter(([, value]) => value !== undefined);
  return {
    fault: null,
    fields: Object.fromEntries(said),
    isEndless: length === null || length === 0,
    isForeign: title.isForeign,
  };
}

/** Schedules have no field for it: organisers write it before the title. */
const cancelledTitle =
  /^(?:[[(（【](?:cancell?ed|abgesagt|entfällt|已?取消)[\])）】]|(?:cancell?ed|abgesagt|entfällt|已?取消)\s*[:：–—])/i;

function joinTitle(title: string, subtitle: string): string {
  return title === '' || subtitle === '' || subtitle === title ? title : `${title} – ${subtitle}`;
}

/** Abstract and description are often the same, or one the beginning of the other. */
function joinTexts({ abstract, description, language }: ScheduleEvent): TaggedText[] {
  const reduce = ({ text, tag }: TaggedText) => ({ text: reduceHtml(text), tag: tag ?? language });
  const [first, second] = [abstract.map(reduce), description.map(reduce)];
  const joined = first.map(({ text, tag }) => {
    const more = second.find((each) => each.tag === tag)?.text ?? '';
    const whole = more.startsWith(text) ? more : text.includes(more) ? text : `${text}\n\n${more}`;
    return { text: whole, tag };
  });
  return [...joined, ...second];
}

/** In the zone of the event; null when there is none. */
function readStart(event: ScheduleEvent, { own, zone }: ScheduleSettings): WallTime | null {
  const dated = readDateTime(event.date);
  if (dated !== null) {
    const { wall, offset } = dated;
    return own.toWall(offset === null ? zone.toInstant(wall) : wall - offset * 60_000);
  }
  const clock = /^(\d{1,2}):(\d\d)/.exec(event.start.trim());
  const date = /^(\d{4})-(\d\d)-(\d\d)/.exec(event.date.trim() === '' ? event.day : event.date.trim());
  if (clock === null || date === null) return null;
  const midnight = readWall(date.slice(1));
  const [hours, minutes] = [Number(clock[1]), Number(clock[2])];
  if (midnight === null || hours > 30 || minutes > 59) return null;
  const [, changeHours = '0', changeMinutes = '0'] = /^(\d{1,2}):(\d\d)/.exec(event.dayChange) ?? [];
  const isMorningAfter = hours * 60 + minutes < Number(changeHours) * 60 + Number(changeMinutes);
  const wall = midnight + (hours * 60 + minutes) * 60_000 + (isMorningAfter ? day : 0);
  return own.toWall(zone.toInstant(wall));
}

/** Milliseconds of `0:45`, `00:45:00`, `1:00:45:00` (with days), `45` (minutes) and `PT45M`; null for none. */
function readLength(written: string): number | null {
  const text = written.trim();
  const iso = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?$/i.exec(text);
  const [, sign = '', days = '0', hours = '0', minutes = '0'] =
    iso ?? /^(-?)(?:(\d+):(?=\d+:\d+:))?(?:(\d+):)(\d{1,2})(?::\d{1,2})?$/.exec(text) ?? [];
  const plain = /^-?\d{1,4}$/.exec(text);
  const total = plain === null ? Number(days) * 1440 + Number(hours) * 60 + Number(minutes) : Number(plain[0]);
  if (text === '' || (total === 0 && plain === null)) return null;
  return total * 60_000 * (sign === '-' ? -1 : 1);
}
