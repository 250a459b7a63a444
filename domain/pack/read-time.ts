const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = `(${months.join('|')})[a-z]*\\.?`;
const yearFirst = /(?<!\d)(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)/;
const compact = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=T\d|(?!\d))/;
const dayMonth = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:of\\s+)?${monthName}[\\s,-]+(\\d{4})`, 'i');
const monthDay = new RegExp(`${monthName}\\s+(\\d{1,2})(?:st|nd|rd|th)?[\\s,]+(\\d{4})`, 'i');
const yearLast = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/;
const epoch = /^\s*(\d{10})(\d{3})?(?:\.\d+)?\s*$/;
const instant = /T\d{2}:?\d{2}(?::?\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})$/i;
const clock =
  /(上午|下午|中午|晚上)?\s*(?<![\d:])(\d{1,2})\s*[:：時时點点]\s*(\d{2})?(?:[:：]\d{2})?(?:\.\d+)?\s*([ap]\.?m\.?)?/i;
const hourOnly = /(?<![\d:])(\d{1,2})\s*([ap]\.?m\.?)(?![a-z])/i;

/** In the zone of the event, or in UTC when it is not known. */
type Zone = string | null;

/**
 * The day that a text in a common form names, as YYYY-MM-DD: `2025/5/30`, `30 May 2025`, `2025年5月30日`, seconds or milliseconds since 1970,
 * also with words around it; of 3/5/2025 the day is 3, as Hong Kong writes. Null when there is none, or one that does not exist.
 */
export function readDate(written: string, zone: Zone): string | null {
  const moment = readInstant(written);
  if (moment !== null) return toZone(moment, zone)?.slice(0, 10) ?? null;
  const first = yearFirst.exec(written) ?? compact.exec(written);
  if (first !== null) return toDay(first[1], first[2], first[3]);
  const named = dayMonth.exec(written);
  if (named !== null) return toDay(named[3], numberMonth(named[2]), named[1]);
  const american = monthDay.exec(written);
  if (american !== null) return toDay(american[3], numberMonth(american[1]), american[2]);
  const last = yearLast.exec(written);
  if (last === null) return null;
  return toDay(last[3], last[2], last[1]) ?? toDay(last[3], last[1], last[2]);
}

/** The time of day in a text, as HH:MM: `10:00`, `9:30 pm`, `下午2:30`, `14時`. Null when there is none. */
export function readClock(written: string): string | null {
  const found = clock.exec(written);
  if (found !== null) return toClock(found[2], found[3], found[4] ?? found[1]);
  const hour = hourOnly.exec(written);
  return hour === null ? null : toClock(hour[1], '00', hour[2]);
}

/** Date and time in the zone of the event as YYYY-MM-DDTHH:MM; null unless the text has both. */
export function readDateTime(written: string, zone: Zone): string | null {
  const moment = readInstant(written);
  if (moment !== null) return toZone(moment, zone);
  const day = readDate(written, zone);
  const time = readClock(written.replace(yearFirst, ' ').replace(compact, ' ').replace(/^\s*T/i, ' '));
  return day === null || time === null ? null : `${day}T${time}`;
}

/** What `10:00 - 11:30` and `13:25至18:00` hold: two times; null for one. */
export function splitRange(written: string): readonly [string, string] | null {
  // The difference to UTC is no second time.
  if (instant.test(written.trim())) return null;
  const parts = /^(.*\d{1,2}[:：]\d{2}.*?)\s*(?:-|–|—|~|～|〜|至|to)\s*(\d{1,2}[:：]\d{2}.*)$/i.exec(written);
  return parts?.[1] === undefined || parts[2] === undefined ? null : [parts[1], parts[2]];
}

/** Minutes of `90`, `1:30` or `90 min`; null when it is no length of time. */
export function readMinutes(written: string): number | null {
  const hours = /^\s*(\d{1,2}):(\d{2})\s*$/.exec(written);
  if (hours !== null) return Number(hours[1]) * 60 + Number(hours[2]);
  const plain = /^\s*(\d{1,4})\s*(?:min(?:ute)?s?|分鐘|分钟|分)?\s*$/i.exec(written);
  return plain === null ? null : Number(plain[1]);
}

/** A local time, so many minutes later. */
export function addMinutes(local: string, minutes: number): string {
  return new Date(Date.parse(`${local}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

function readInstant(written: string): number | null {
  const since = epoch.exec(written);
  if (since !== null) return Number(since[1]) * 1000;
  if (!instant.test(written.trim())) return null;
  const parsed = Date.parse(written.trim());
  return Number.isNaN(parsed) ? null : parsed;
}

function toZone(moment: number, zone: Zone): string | null {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone ?? 'UTC',
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  const local = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? local : null;
}

function toDay(...[year, month, day]: (string | undefined)[]): string | null {
  const text = [year, (month ?? '').padStart(2, '0'), (day ?? '').padStart(2, '0')].join('-');
  const moment = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== text ? null : text;
}

function toClock(hour: string | undefined, minute: string | undefined, half: string | undefined): string | null {
  const isAfternoon = /^(p|下午|晚上)/i.test(half ?? '');
  const isMorning = /^(a|上午)/i.test(half ?? '');
  let hours = Number(hour);
  if (isAfternoon && hours < 12) hours += 12;
  if (isMorning && hours === 12) hours = 0;
  if (hours > 23 || Number(minute ?? '00') > 59) return null;
  return `${String(hours).padStart(2, '0')}:${minute ?? '00'}`;
}

function numberMonth(name: string | undefined): string {
  return String(months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);
}
