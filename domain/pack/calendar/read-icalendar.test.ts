import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../problem.ts';
import type { ReaderSettings } from '../pack-source.ts';
import { readIcalendar } from './read-icalendar.ts';

const settings: ReaderSettings = {
  timeZone: 'Asia/Hong_Kong',
  days: ['2025-05-30', '2025-05-31'],
  language: null,
  list: null,
};

function readText(text: string, more: Partial<ReaderSettings> = {}) {
  const found = readIcalendar({ file: 'agenda.ics', bytes: new TextEncoder().encode(text) }, { ...settings, ...more });
  const values = found.records.map(({ value }) => value as Record<string, unknown>);
  return { ...found, values, lines: found.problems.map(describeProblem) };
}

/** A calendar of events, each given by its lines. */
function read(
  events: readonly (readonly string[])[],
  more: Partial<ReaderSettings> = {},
  zones: readonly string[] = [],
) {
  const inner = events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']);
  return readText(['BEGIN:VCALENDAR', ...zones, ...inner, 'END:VCALENDAR', ''].join('\r\n'), more);
}

const talk = ['UID:talk-1', 'SUMMARY:Talk'];
const starts = (values: readonly Record<string, unknown>[]) => values.map(({ start }) => start);

describe('times are those of the event', () => {
  it.each([
    ['UTC', ['DTSTART:20250530T020000Z', 'DTEND:20250530T030000Z'], '2025-05-30T10:00', '2025-05-30T11:00'],
    ['floating', ['DTSTART:20250530T100000', 'DTEND:20250530T110000'], '2025-05-30T10:00', '2025-05-30T11:00'],
    ['TZID', ['DTSTART;TZID=Europe/Berlin:20250530T100000', 'DURATION:PT45M'], '2025-05-30T16:00', '2025-05-30T16:45'],
    [
      'a TZID with a path',
      ['DTSTART;TZID="/x.org/2024a/America/New_York":20250529T220000', 'DURATION:PT1H'],
      '2025-05-30T10:00',
      '2025-05-30T11:00',
    ],
    [
      'a TZID of Windows',
      ['DTSTART;TZID=W. Europe Standard Time:20250530T100000', 'DURATION:PT1H'],
      '2025-05-30T16:00',
      '2025-05-30T17:00',
    ],
    [
      'two zones',
      ['DTSTART;TZID=Asia/Tokyo:20250530T110000', 'DTEND:20250530T040000Z'],
      '2025-05-30T10:00',
      '2025-05-30T12:00',
    ],
    ['past midnight', ['DTSTART:20250530T233000', 'DTEND:20250531T003000'], '2025-05-30T23:30', '2025-05-31T00:30'],
    ['a day', ['DTSTART;VALUE=DATE:20250530', 'DTEND;VALUE=DATE:20250531'], '2025-05-30T00:00', '2025-05-31T00:00'],
    ['a day without an end', ['DTSTART;VALUE=DATE:20250530'], '2025-05-30T00:00', '2025-05-31T00:00'],
    ['a day that does not say so', ['DTSTART:20250530'], '2025-05-30T00:00', '2025-05-31T00:00'],
    ['days and hours', ['DTSTART:20250530T100000', 'DURATION:P1DT2H'], '2025-05-30T10:00', '2025-05-31T12:00'],
  ])('%s', (_, lines, start, end) => {
    const { values, problems } = read([[...talk, ...lines]]);
    expect(values).toMatchObject([{ id: 'talk-1', start, end }]);
    expect(problems).toEqual([]);
  });

  it('in a zone that only the file explains', () => {
    const zone = ['BEGIN:VTIMEZONE', 'TZID:Hall time', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0300', 'TZOFFSETTO:+0300', 'END:STANDARD', 'END:VTIMEZONE']; // prettier-ignore
    const { values, problems } = read([[...talk, 'DTSTART;TZID=Hall time:20250530T100000', 'DURATION:PT1H']], {}, zone);
    expect(starts(values)).toEqual(['2025-05-30T15:00']);
    expect(problems).toEqual([]);
  });

  it('in a zone with summer time that only the file explains', () => {
    const half = (name: string, from: string, to: string, month: number) => [`BEGIN:${name}`, `DTSTART:2000${String(month).padStart(2, '0')}01T020000`, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`, `END:${name}`]; // prettier-ignore
    const zone = ['BEGIN:VTIMEZONE', 'TZID:Mine', ...half('DAYLIGHT', '+0100', '+0200', 3), ...half('STANDARD', '+0200', '+0100', 10), 'END:VTIMEZONE']; // prettier-ignore
    const times = ['20250530T100000', '20250131T100000'].map((time) => ['SUMMARY:x', `DTSTART;TZID=Mine:${time}`, 'DURATION:PT1H']); // prettier-ignore
    expect(starts(read(times, {}, zone).values)).toEqual(['2025-05-30T16:00', '2025-01-31T17:00']);
  });

  it('also where nobody knows the zone, with a warning for each zone', () => {
    const { values, lines } = read([
      [...talk, 'DTSTART;TZID=Nowhere:20250530T100000', 'DTEND;TZID=Nowhere:20250530T110000'],
    ]);
    expect(values).toMatchObject([{ start: '2025-05-30T10:00', end: '2025-05-30T11:00' }]);
    expect(lines).toEqual([
      'agenda.ics, line 5: "Nowhere" is no time zone that is known; its times are taken for the event\'s own. Write an IANA name, such as Asia/Hong_Kong.',
    ]);
  });
});

describe('what repeats itself is shown on the days of the event', () => {
  const daily = [...talk, 'DTSTART:20250501T100000', 'DTEND:20250501T110000'];

  it('by a rule', () => {
    const { values, problems } = read([[...daily, 'RRULE:FREQ=DAILY']]);
    expect(values).toMatchObject([
      { id: 'talk-1-20250530T1000', start: '2025-05-30T10:00', end: '2025-05-30T11:00' },
      { id: 'talk-1-20250531T1000', start: '2025-05-31T10:00', end: '2025-05-31T11:00' },
    ]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['without EXDATE', ['RRULE:FREQ=DAILY', 'EXDATE:20250530T100000'], ['2025-05-31T10:00']],
    ['without an EXDATE in UTC', ['RRULE:FREQ=DAILY', 'EXDATE:20250530T020000Z'], ['2025-05-31T10:00']],
    ['without an EXDATE of a day', ['RRULE:FREQ=DAILY', 'EXDATE;VALUE=DATE:20250530'], ['2025-05-31T10:00']],
    ['with RDATE', ['RDATE:20250530T140000,20250531T150000'], ['2025-05-30T14:00', '2025-05-31T15:00']],
    ['with RDATE as a period', ['RDATE;VALUE=PERIOD:20250530T060000Z/PT1H'], ['2025-05-30T14:00']],
    ['until UNTIL in UTC', ['RRULE:FREQ=DAILY;UNTIL=20250530T020000Z'], ['2025-05-30T10:00']],
    ['until UNTIL as a day', ['RRULE:FREQ=DAILY;UNTIL=20250530'], ['2025-05-30T10:00']],
    ['for COUNT times', ['RRULE:FREQ=DAILY;COUNT=30'], ['2025-05-30T10:00']],
    ['by weekday', ['RRULE:FREQ=WEEKLY;BYDAY=SA'], ['2025-05-31T10:00']],
    [
      'every hour',
      ['RRULE:FREQ=DAILY;BYHOUR=10,14'],
      ['2025-05-30T10:00', '2025-05-30T14:00', '2025-05-31T10:00', '2025-05-31T14:00'],
    ],
  ])('%s', (_, lines, expected) => {
    expect(starts(read([[...daily, ...lines]]).values)).toEqual(expected);
  });

  it('on the clock on which the rule was written', () => {
    const { values } = read([
      [...talk, 'DTSTART;TZID=Europe/Berlin:20250301T190000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY'],
    ]);
    // 19:00 in Berlin is 02:00 in Hong Kong in winter, 01:00 in summer: a night session of the day before counts.
    expect(starts(values)).toEqual(['2025-05-30T01:00', '2025-05-31T01:00', '2025-06-01T01:00']);
  });

  it('with one time that was moved, and one that was cancelled', () => {
    const moved = [
      ...talk,
      'RECURRENCE-ID:20250530T100000',
      'DTSTART:20250530T160000',
      'DTEND:20250530T170000',
      'LOCATION:Stage',
    ];
    const cancelled = [...talk, 'RECURRENCE-ID:20250531T020000Z', 'DTSTART:20250531T100000', 'STATUS:CANCELLED'];
    const { values, leftOut } = read([[...daily, 'RRULE:FREQ=DAILY'], moved, cancelled]);
    expect(values).toEqual([
      {
        id: 'talk-1-20250530T1000',
        kind: 'talk',
        start: '2025-05-30T16:00',
        end: '2025-05-30T17:00',
        title: { en: 'Talk' },
        room: { en: 'Stage' },
      },
    ]);
    expect(leftOut).toEqual({ cancelled: 1 });
  });

  it('and left out when it is on none of them', () => {
    const { values, leftOut, lines } = read([[...daily, 'RRULE:FREQ=DAILY;COUNT=3']]);
    expect(values).toEqual([]);
    expect(leftOut).toEqual({ "not on the event's days": 1 });
    expect(lines).toEqual([
      'agenda.ics, item 1, line 2: One session repeats itself, but not on the event\'s days, and is left out. Look at "days" in event.json if visitors are meant to see it.',
    ]);
  });

  it.each(['FREQ=SECONDLY', 'FREQ=DAILY;INTERVAL=999999999', 'FREQ=MINUTELY', 'FREQ=DAILY;BYWEEKNO=5;BYMONTHDAY=3'])(
    'once, with a warning, when the rule is %s',
    (rule) => {
      const { values, lines } = read([[...talk, 'DTSTART:20250530T100000', 'DURATION:PT1H', `RRULE:${rule}`]]);
      expect(starts(values)).toEqual(['2025-05-30T10:00']);
      expect(lines).toEqual([
        'agenda.ics, item 1, line 7: The rule by which it repeats itself cannot be followed; only its first time is taken. Write the other times as events.',
      ]);
    },
  );

  it('never, when the rule names a day that does not exist', () => {
    expect(read([[...daily, 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30']]).values).toEqual([]);
  });
});

describe('texts', () => {
  it('are unfolded, unescaped and without HTML', () => {
    const { values } = read([
      [
        'UID:a',
        'SUMMARY:Chips\\, wafers',
        '  and \\;more',
        'DTSTART:20250530T100000',
        'DURATION:PT1H',
        'DESCRIPTION:<p>One</p><ul><li>two</li></ul>&nbsp;R&amp;D',
        'LOCATION:Hall 1\\nLevel 2',
      ],
    ]);
    expect(values).toMatchObject([
      {
        title: { en: 'Chips, wafers and ;more' },
        text: { en: 'One\n\n• two\n\nR&D' },
        room: { en: 'Hall 1, Level 2' },
      },
    ]);
  });

  it('go to the language that LANGUAGE or their characters tell', () => {
    const { values, problems } = read([
      ['UID:a', 'DTSTART:20250530T100000', 'DURATION:PT1H', 'SUMMARY;LANGUAGE=en-GB:Chips', 'SUMMARY;LANGUAGE=zh-HK:晶片', 'SUMMARY;LANGUAGE=zh-CN:芯片', 'LOCATION:演講廳'], // prettier-ignore
    ]);
    expect(values).toMatchObject([
      { title: { en: 'Chips', 'zh-Hant': '晶片', 'zh-Hans': '芯片' }, room: { 'zh-Hant': '演講廳' } },
    ]);
    expect(problems).toEqual([]);
  });

  it('in a language that no kiosk speaks stand under English, told once', () => {
    const german = ['DTSTART:20250530T100000', 'DURATION:PT1H', 'SUMMARY;LANGUAGE=de:Begrüßung'];
    const { values, lines } = read([german, german]);
    expect(values[0]).toMatchObject({ title: { en: 'Begrüßung' } });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('2 sessions, the first of them here, are in a language that kiosks do not speak');
  });

  it.each([
    [['CATEGORIES:Workshop,Analog'], { kind: 'workshop', track: { en: 'Analog' } }],
    [['CATEGORIES:Analog', 'CATEGORIES:論壇'], { kind: 'forum', track: { en: 'Analog' } }],
    [['CATEGORIES:数字设计'], { kind: 'talk', track: { 'zh-Hans': '数字设计' } }],
    [['SUMMARY:Workshop: RISC-V'], { kind: 'workshop' }],
    [['SUMMARY:Why training matters'], { kind: 'talk' }],
  ])('%j tell kind and track', (lines, expected) => {
    const { values } = read([[...lines, 'DTSTART:20250530T100000', 'DURATION:PT1H', 'SUMMARY:x']]);
    expect(values).toMatchObject([expected]);
  });
});

describe('left out and counted', () => {
  it.each([
    ['cancelled', [...talk, 'DTSTART:20250530T100000', 'STATUS:CANCELLED']],
    ['cancelled', [...talk, 'STATUS:CANCELLED']],
    ['private', [...talk, 'DTSTART:20250530T100000', 'CLASS:PRIVATE']],
    ['no start', talk],
    ['no title', ['UID:a', 'DTSTART:20250530T100000', 'DURATION:PT1H']],
    ['start cannot be read', [...talk, 'DTSTART:noon']],
    ['start cannot be read', [...talk, 'DTSTART:20250230T100000']],
    ['ends before it starts', [...talk, 'DTSTART:20250530T100000', 'DTEND:20250530T090000']],
  ])('%s', (reason, lines) => {
    const { values, leftOut, problems } = read([lines]);
    expect(values).toEqual([]);
    expect(leftOut).toEqual({ [reason]: 1 });
    expect(problems).toMatchObject([{ severity: 'warning', file: 'agenda.ics', row: 1 }]);
  });

  it('the older of two with one UID', () => {
    const at = (time: string, sequence: number) => [
      ...talk,
      `DTSTART:${time}`,
      'DURATION:PT1H',
      `SEQUENCE:${sequence}`,
    ];
    const { values, leftOut } = read([at('20250530T100000', 2), at('20250530T090000', 1)]);
    expect(starts(values)).toEqual(['2025-05-30T10:00']);
    expect(leftOut).toEqual({ 'an older form': 1 });
  });
});

it('takes an hour where there is no end, and says so', () => {
  const { values, lines } = read([[...talk, 'DTSTART:20250530T100000']]);
  expect(values).toMatchObject([{ end: '2025-05-30T11:00' }]);
  expect(lines).toEqual([
    'agenda.ics, item 1, line 2: One session has no end; an hour is taken for it. Write when it ends.',
  ]);
});

it('names broken lines by their number and reads on', () => {
  const { values, lines, complete } = read([
    [...talk, 'DTSTART:20250530T100000', 'DESCRIPTION:First', 'second line', 'at 10:30, third', 'RRULE:FREQ=NEVER'],
  ]);
  expect(values).toMatchObject([{ text: { en: 'First' } }]);
  expect(complete).toBe(false);
  expect(lines.slice(0, 3)).toEqual([
    'agenda.ics, line 7: "second line" is not a line of iCalendar and is left out. Begin the line with a blank if it goes on with the line before it.',
    'agenda.ics, line 8: "at 10:30, third" is not a line of iCalendar and is left out. Begin the line with a blank if it goes on with the line before it.',
    'agenda.ics, line 9: "RRULE:FREQ=NEVER" is not a line of iCalendar and is left out. Write RRULE as the standard does, such as RRULE:FREQ=DAILY;COUNT=3.',
  ]);
});

it('reads the events after one that has no end', () => {
  const { values, lines } = readText(
    ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...talk, 'DTSTART:20250530T100000', 'DURATION:PT1H', 'BEGIN:VEVENT', 'UID:b', 'SUMMARY:B', 'DTSTART:20250530T120000', 'DURATION:PT1H', 'END:VEVENT'].join('\n'), // prettier-ignore
  );
  expect(values.map(({ id }) => id)).toEqual(['talk-1', 'b']);
  expect(lines).toEqual([
    'agenda.ics, line 2: The event that begins here has no end. Write END:VEVENT before the next BEGIN:VEVENT.',
  ]);
});

it.each([
  [
    'hello',
    'agenda.ics, line 1: The file is no iCalendar: BEGIN:VCALENDAR is not in it. Export the agenda as iCalendar (.ics) again.',
  ],
  [
    'BEGIN:VCALENDAR\nEND:VCALENDAR',
    'agenda.ics, line 1: The calendar holds no event. Export the agenda as iCalendar (.ics) again.',
  ],
])('says what is wrong with %j', (text, line) => {
  const { problems, lines } = readText(text);
  expect(lines).toEqual([line]);
  expect(problems[0]?.severity).toBe('error');
});

it('an alarm inside an event says nothing about it', () => {
  const { values } = read([[...talk, 'DTSTART:20250530T100000', 'DURATION:PT1H', 'BEGIN:VALARM', 'SUMMARY:Alarm', 'DURATION:PT5M', 'END:VALARM']]); // prettier-ignore
  expect(values).toMatchObject([{ title: { en: 'Talk' }, end: '2025-05-30T11:00' }]);
});

it('what ical.js writes comes back', () => {
  const minute = fc.integer({ min: 0, max: 2 * 1440 - 1 });
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).filter((each) => /^[^\p{C}<>&\s]([^\p{C}<>&]*[^\p{C}<>&\s])?$/u.test(each) && !/\s{2}|[^\S ]/.test(each)); // prettier-ignore
  const sessions = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      start: minute,
      length: fc.integer({ min: 1, max: 600 }),
      title: text,
      inUtc: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 8 },
  );
  const dayOne = Date.UTC(2025, 4, 30);
  const write = (wall: number) => new Date(wall).toISOString().slice(0, 16);
  fc.assert(
    fc.property(sessions, (written) => {
      const calendar = new ICAL.Component('vcalendar');
      for (const { id, start, length, title, inUtc } of written) {
        const event = new ICAL.Component('vevent');
        const wall = dayOne + start * 60_000;
        const time = ICAL.Time.fromJSDate(new Date(inUtc ? wall - 8 * 3_600_000 : wall), true);
        if (!inUtc) time.zone = ICAL.Timezone.localTimezone;
        event.addPropertyWithValue('uid', id);
        event.addPropertyWithValue('dtstart', time);
        event.addPropertyWithValue('duration', ICAL.Duration.fromSeconds(length * 60));
        event.addPropertyWithValue('summary', title).setParameter('language', 'en');
        calendar.addSubcomponent(event);
      }
      const { values } = written.length === 0 ? { values: [] } : readText(calendar.toString());
      expect(values).toEqual(
        written.map(({ id, start, length, title }) => ({
          id,
          kind: expect.stringMatching(/^(talk|forum|workshop)$/) as string,
          start: write(dayOne + start * 60_000),
          end: write(dayOne + (start + length) * 60_000),
          title: { en: title.normalize('NFC') },
        })),
      );
    }),
    { numRuns: 300 },
  );
});
