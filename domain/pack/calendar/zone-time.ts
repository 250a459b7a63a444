/** A time on a wall clock, without a zone, as milliseconds of UTC: 10:00 on the wall is 10:00 UTC here. */
export type WallTime = number;
/** Milliseconds since 1970 in UTC. */
export type Instant = number;

/** How a place reads its clock. */
export interface Zone {
  readonly toWall: (instant: Instant) => WallTime;
  /** An hour that a clock shows twice is the first; one that it never shows is counted with the offset before it (RFC 5545, 3.3.5). */
  readonly toInstant: (wall: WallTime) => Instant;
}

export const utc: Zone = { toWall: (instant) => instant, toInstant: (wall) => wall };

const day = 86_400_000;

/** @param name an IANA name; null when the machine knows no such zone */
export function findZone(name: string): Zone | null {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en', {
      timeZone: name,
      calendar: 'iso8601',
      hourCycle: 'h23',
      ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
    });
  } catch {
    return null;
  }
  return createZone((instant) => {
    const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
    const { year = 0, month = 1, day: date = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, date, hour, minute, second);
  });
}

/** A zone from one half of it. */
export function createZone(toWall: Zone['toWall']): Zone {
  return {
    toWall,
    toInstant: (wall) => {
      const before = wall - offsetAt(toWall, wall - day);
      if (toWall(before) === wall) return before;
      const after = wall - offsetAt(toWall, wall + day);
      return toWall(after) === wall ? after : before;
    },
  };
}

function offsetAt(toWall: Zone['toWall'], instant: Instant): number {
  return toWall(instant) - instant;
}

/** `YYYY-MM-DDTHH:MM`, as the agenda writes times. */
export function writeWallTime(wall: WallTime): string {
  return new Date(wall).toISOString().slice(0, 16);
}

/**
 * Reads `2025-05-30T10:00[:00][.000][Z|+08:00|+0800]`, with a blank for the T too. `offset` in minutes; null for a time without one. Null for
 * anything else, a day or an hour that does not exist among them.
 */
export function readDateTime(text: string): { wall: WallTime; offset: number | null } | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:(Z)|([+-])(\d\d):?(\d\d))?$/i.exec(
    text.trim(),
  );
  if (match === null) return null;
  const [, year, month, date, hour, minute, second = '0', z, sign, hours, minutes] = match;
  const wall = readWall([year, month, date, hour, minute, second]);
  if (wall === null) return null;
  if (z !== undefined) return { wall, offset: 0 };
  if (sign === undefined) return { wall, offset: null };
  return { wall, offset: (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1) };
}

/** Year, month from 1, day, hour, minute, second as digits; a leap second is the one before it. Null when there is no such time. */
export function readWall(digits: readonly (string | undefined)[]): WallTime | null {
  const [year = 0, month = 0, date = 0, hour = 0, minute = 0, second = 0] = digits.map(Number);
  if (year < 1900 || hour > 23 || minute > 59 || second > 60) return null;
  const wall = Date.UTC(year, month - 1, date, hour, minute, Math.min(second, 59));
  const read = new Date(wall);
  return read.getUTCMonth() === month - 1 && read.getUTCDate() === date ? wall : null;
}
