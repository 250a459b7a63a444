import ICAL from 'ical.js';
import { findComponents, readText, toJcal, type Component } from './components.ts';
import { createZone, findZone, utc, type Zone } from './zone-time.ts';

/** Names that Outlook and Exchange write (Unicode CLDR, windowsZones), for the places where events of this kind are held. */
const windowsZones: Readonly<Record<string, string>> = {
  'China Standard Time': 'Asia/Shanghai',
  'Taipei Standard Time': 'Asia/Taipei',
  'Singapore Standard Time': 'Asia/Singapore',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'Korea Standard Time': 'Asia/Seoul',
  'SE Asia Standard Time': 'Asia/Bangkok',
  'India Standard Time': 'Asia/Kolkata',
  'GMT Standard Time': 'Europe/London',
  'Greenwich Standard Time': 'Atlantic/Reykjavik',
  'W. Europe Standard Time': 'Europe/Berlin',
  'Central Europe Standard Time': 'Europe/Budapest',
  'Romance Standard Time': 'Europe/Paris',
  'Eastern Standard Time': 'America/New_York',
  'Central Standard Time': 'America/Chicago',
  'Mountain Standard Time': 'America/Denver',
  'Pacific Standard Time': 'America/Los_Angeles',
  'AUS Eastern Standard Time': 'Australia/Sydney',
};

/**
 * Finds the zone of a TZID; null when nobody says what it means. IANA names come before the file's own VTIMEZONE: what exporters write there
 * is a copy of the same rules, often an old or a shortened one.
 */
export function createZoneFinder(calendars: readonly Component[]): (tzid: string) => Zone | null {
  const written = new Map(findComponents(calendars, 'vtimezone').map((each) => [readText(each, 'tzid') ?? '', each]));
  const known = new Map<string, Zone | null>();
  return (tzid) => {
    const found = known.get(tzid);
    if (found !== undefined) return found;
    const zone = findNamed(tzid) ?? readZone(written.get(tzid));
    known.set(tzid, zone);
    return zone;
  };
}

/** `/softwarestudio.org/Tzfile/Europe/Berlin` ends with the name of a zone. */
function findNamed(tzid: string): Zone | null {
  if (/^(UTC|GMT|Z)$/i.test(tzid)) return utc;
  const parts = tzid.split('/').filter((part) => part !== '');
  const names = [windowsZones[tzid], tzid, parts.slice(-3).join('/'), parts.slice(-2).join('/')];
  for (const name of names) {
    const zone = name?.includes('/') ? findZone(name) : null;
    if (zone !== null) return zone;
  }
  return null;
}

function readZone(component: Component | undefined): Zone | null {
  if (component === undefined) return null;
  const location = readText(component, 'x-lic-location');
  const named = location === null ? null : findNamed(location);
  if (named !== null) return named;
  if (component.children.length === 0 || !component.children.every(isSane)) return null;
  try {
    const zone = new ICAL.Timezone({ component: new ICAL.Component(toJcal(component)) });
    const { toWall, toInstant } = createZone((instant) => {
      const time = ICAL.Time.fromJSDate(new Date(instant), true).convertToZone(zone);
      return Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
    });
    // Reads the rules now: a zone that cannot be read is none.
    return Number.isFinite(toWall(0)) ? { toWall, toInstant } : null;
  } catch {
    return null;
  }
}

/** A clock changes once or twice a year; other rules would keep ical.js busy for ever. */
function isSane({ properties }: Component): boolean {
  return (
    ['dtstart', 'tzoffsetfrom', 'tzoffsetto'].every((name) => properties.some((property) => property.name === name)) &&
    properties.every(({ name, values: [rule] }) => name !== 'rrule' || isYearly(rule))
  );
}

function isYearly(rule: unknown): boolean {
  if (typeof rule !== 'object' || rule === null) return false;
  const { freq, interval = 1, bymonthday } = rule as Record<string, unknown>;
  return freq === 'YEARLY' && interval === 1 && bymonthday === undefined;
}
