import ICAL from 'ical.js';
import type { Component } from './components.ts';
import type { Property } from './content-lines.ts';
import { readWall, utc, type Instant, type WallTime, type Zone } from './zone-time.ts';

/** A time as the file has it. A date stands for its midnight, wherever one is. */
export interface Moment {
  readonly wall: WallTime;
  readonly zone: Zone;
  readonly isDate: boolean;
}

export interface ZoneSettings {
  /** The event's own, for times that name none. */
  readonly own: Zone;
  readonly find: (tzid: string) => Zone | null;
  /** Told of a TZID that nobody knows; the time is then taken for the event's own. */
  readonly missZone: (property: Property) => void;
}

export const day = 86_400_000;
export const hour = 3_600_000;

/** Reads DTSTART and its like; null for what is no time. */
export function readMoment(
  property: Property,
  settings: ZoneSettings,
  value: unknown = property.values[0],
): Moment | null {
  if (typeof value !== 'string') return null;
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T:*|T(\d\d):(\d\d):(\d\d)?(Z)?)?$/i.exec(value);
  if (match === null) return null;
  const [, year, month, date, hours, minutes, seconds = '0', z] = match;
  const isDate = hours === undefined;
  const wall = readWall([year, month, date, hours ?? '0', minutes ?? '0', seconds]);
  if (wall === null) return null;
  const tzid = property.parameters['tzid'];
  if (isDate || typeof tzid !== 'string') return { wall, isDate, zone: z === undefined ? settings.own : utc };
  if (z !== undefined) return { wall, isDate, zone: utc };
  const zone = settings.find(tzid);
  if (zone === null) settings.missZone(property);
  return { wall, isDate, zone: zone ?? settings.own };
}

/** A date is the same date everywhere. */
export function toOwnWall({ wall, zone, isDate }: Moment, own: Zone): WallTime {
  return isDate ? wall : own.toWall(zone.toInstant(wall));
}

export function toInstant({ wall, zone, isDate }: Moment, own: Zone): Instant {
  return isDate ? own.toInstant(wall) : zone.toInstant(wall);
}

/** How long an event lasts in milliseconds; null when it does not say, or says that it ends as it starts. */
export function readLength(component: Component, start: Moment, settings: ZoneSettings): number | null {
  const end = component.properties.find(({ name }) => name === 'dtend');
  const moment = end === undefined ? null : readMoment(end, settings);
  const length =
    moment === null
      ? readDuration(component)
      : start.isDate && moment.isDate
        ? moment.wall - start.wall
        : toInstant(moment, settings.own) - toInstant(start, settings.own);
  // An event of one day is often written with an end on the same day, though the standard has the end outside.
  if (start.isDate && (length === null || length === 0)) return day;
  return length === 0 ? null : length;
}

function readDuration({ properties }: Component): number | null {
  const written = properties.find(({ name }) => name === 'duration')?.values[0];
  if (typeof written !== 'string') return null;
  try {
    return ICAL.Duration.fromString(written).toSeconds() * 1000;
  } catch {
    // ical.js throws on what is no duration.
    return null;
  }
}
