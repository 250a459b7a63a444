import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../problem.ts';
import type { Found, ReaderSettings } from '../pack-source.ts';
import { readScheduleJson } from './read-schedule-json.ts';
import { readScheduleXml } from './read-schedule-xml.ts';

const settings: ReaderSettings = { timeZone: 'Europe/Berlin', language: null, list: null };

function open(found: Found) {
  const values = found.records.map(({ value }) => value as Record<string, unknown>);
  return { ...found, values, lines: found.problems.map(describeProblem) };
}

function readXml(text: string, more: Partial<ReaderSettings> = {}) {
  return open(readScheduleXml({ file: 'agenda.xml', bytes: new TextEncoder().encode(text) }, { ...settings, ...more }));
}

function readJson(value: unknown) {
  const bytes = new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value, null, 1));
  return readScheduleJson({ file: 'agenda.json', bytes }, settings);
}

type Fields = Readonly<Record<string, string>>;

function toXml(fields: Fields): string {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const { id = '1', person, ...rest } = fields;
  const elements = Object.entries(rest).map(([name, text]) => `<${name}>${escape(text)}</${name}>`);
  const persons = person === undefined ? '' : `<persons><person id="7">${escape(person)}</person></persons>`;
  return `<event id="${escape(id)}">\n${elements.join('\n')}${persons}</event>`;
}

/** A schedule of one day, 27 December 2024, that ends at six in the morning. */
function schedule(events: readonly Fields[], conference = '<time_zone_name>Europe/Berlin</time_zone_name>'): string {
  const day = '<day index="1" date="2024-12-27" start="2024-12-27T06:00:00+01:00"><room name="Saal 1">';
  return `<?xml version="1.0"?>\n<schedule><conference>${conference}</conference>\n${day}\n${events.map(toXml).join('\n')}\n</room></day></schedule>`;
}

const talk: Fields = { id: '42', start: '10:30', duration: '00:45', title: 'Chips', language: 'en' };

describe('the time of a session', () => {
  it.each([
    ['is its date', { date: '2024-12-27T10:30:00+01:00' }, '2024-12-27T10:30', '2024-12-27T11:15'],
    ['is its date in another zone', { date: '2024-12-27T09:30:00Z' }, '2024-12-27T10:30', '2024-12-27T11:15'],
    ['is its date without an offset', { date: '2024-12-27T10:30:00' }, '2024-12-27T10:30', '2024-12-27T11:15'],
    ['is its start on the day', {}, '2024-12-27T10:30', '2024-12-27T11:15'],
    ['runs past midnight', { start: '23:30' }, '2024-12-27T23:30', '2024-12-28T00:15'],
    ['belongs to the morning after', { start: '00:15' }, '2024-12-28T00:15', '2024-12-28T01:00'],
    [
      'belongs to the next day by its date',
      { date: '2024-12-28T00:15:00+01:00', start: '00:15' },
      '2024-12-28T00:15',
      '2024-12-28T01:00',
    ],
    ['has seconds', { start: '10:30:00', duration: '0:45:00' }, '2024-12-27T10:30', '2024-12-27T11:15'],
    ['has minutes only', { duration: '45' }, '2024-12-27T10:30', '2024-12-27T11:15'],
    ['has days', { duration: '1:00:45:00' }, '2024-12-27T10:30', '2024-12-28T11:15'],
    ['has an ISO duration', { duration: 'PT45M' }, '2024-12-27T10:30', '2024-12-27T11:15'],
  ])('%s', (_, fields, start, end) => {
    const { values, problems } = readXml(schedule([{ ...talk, ...fields }]));
    expect(values).toMatchObject([{ id: '42', start, end }]);
    expect(problems).toEqual([]);
  });

  it('is on the clock of the event, not of the schedule', () => {
    const { values } = readXml(schedule([talk]), { timeZone: 'Asia/Hong_Kong' });
    expect(values).toMatchObject([{ start: '2024-12-27T17:30', end: '2024-12-27T18:15' }]);
  });

  it('changes the day when day_change says so', () => {
    const { values } = readXml(schedule([{ ...talk, start: '08:30' }], '<day_change>09:00:00</day_change>'));
    expect(values).toMatchObject([{ start: '2024-12-28T08:30' }]);
  });
});

it('takes what else a schedule tells', () => {
  const { values, locate } = readXml(
    schedule([
      { ...talk, subtitle: 'and wafers', type: 'Workshop', track: 'Hardware & Making', person: 'Ada <3', abstract: '<p>One</p>', description: '&lt;ul>&lt;li>two' }, // prettier-ignore
    ]),
  );
  expect(values).toEqual([
    {
      id: '42',
      kind: 'workshop',
      start: '2024-12-27T10:30',
      end: '2024-12-27T11:15',
      room: { en: 'Saal 1' },
      track: { en: 'Hardware & Making' },
      speakers: ['Ada <3'],
      title: { en: 'Chips – and wafers' },
      text: { en: 'One\n\n• two' },
    },
  ]);
  expect(locate(1, ['title'])).toEqual({ file: 'agenda.xml', row: 1, line: 4, column: 'title' });
});

it('decodes characters by number', () => {
  expect(readXml(schedule([talk]).replace('Chips', 'Caf&#233; &#x96FB; &lt;b&gt;')).values).toMatchObject([
    { title: { en: 'Café 電 <b>' } },
  ]);
});

it('says once how many are in a language that no kiosk speaks', () => {
  const german = { ...talk, title: 'Begrüßung', language: 'de' };
  const { values, lines } = readXml(
    schedule([{ ...german, id: '1' }, talk, { ...german, id: '3', language: 'de, en' }, { ...german, id: '4' }]),
  );
  expect(values).toHaveLength(4);
  expect(lines).toEqual([
    'agenda.xml, item 1, line 4: 2 sessions, the first of them here, are in a language that kiosks do not speak; their texts are shown where English stands. Write the texts in English or Chinese too.',
  ]);
});

describe('left out and counted', () => {
  it.each([
    ['no start', { start: '' }],
    ['no start', { start: 'noon', date: '2024-12-27' }],
    ['no title', { title: '' }],
    ['cancelled', { status: 'canceled' }],
    ['cancelled', { title: '[CANCELLED] Chips' }],
    ['cancelled', { title: '已取消：芯片' }],
    ['ends before it starts', { duration: '-00:30' }],
  ])('%s: %j', (reason, fields) => {
    const { values, leftOut, problems } = readXml(schedule([{ ...talk, ...fields }]));
    expect(values).toEqual([]);
    expect(leftOut).toEqual({ [reason]: 1 });
    expect(problems).toMatchObject([{ severity: 'warning', row: 1, line: 4 }]);
  });
});

it('takes an hour where there is no duration, and says so', () => {
  const { values, lines } = readXml(schedule([{ ...talk, duration: '00:00' }]));
  expect(values).toMatchObject([{ end: '2024-12-27T11:30' }]);
  expect(lines).toEqual([
    'agenda.xml, item 1, line 4: One session has no end; an hour is taken for it. Write when it ends.',
  ]);
});

describe('a file that is no schedule', () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>';
  it.each([
    ['hello', "agenda.xml, line 1: This is not XML: char 'h' is not expected. Export the schedule again."],
    [
      '<rss/>',
      'agenda.xml, line 1: The file is no schedule: <schedule> with days, rooms and events is not in it. Export the agenda as frab XML, iCalendar or CSV.',
    ],
    [
      schedule([talk]).replace(/<\/event>.*/s, ''),
      'agenda.xml, line 8: The file ends in the middle. Export the schedule again.',
    ],
    [
      schedule([talk]).replace('</title>', '</titel>'),
      "agenda.xml, line 7: This is not XML: Expected closing tag 'title' (opened in line 7, col 1) instead of closing tag 'titel'. Export the schedule again.",
    ],
    [
      schedule([talk]).replace('<schedule>', `${bomb}<schedule>`),
      'agenda.xml, line 2: The file defines entities of its own, which are not read. Export the schedule again, without a DOCTYPE.',
    ],
    [
      '<schedule><day><constructor/></day></schedule>',
      'agenda.xml, line 1: The file is no schedule: <schedule> with days, rooms and events is not in it. Export the agenda as frab XML, iCalendar or CSV.',
    ],
  ])('%j', (text, line) => {
    const { values, lines, problems } = readXml(text);
    expect(values).toEqual([]);
    expect(lines).toEqual([line]);
    expect(problems[0]?.severity).toBe('error');
  });
});

describe('schedule.json', () => {
  const event = { id: 42, date: '2024-12-28T00:15:00+01:00', start: '00:15', duration: '00:45', room: 'Saal 1', title: 'Chips', subtitle: '', language: 'en', track: null, type: 'Panel', abstract: '<p>One</p>', description: null, persons: [{ id: 7, public_name: 'Ada' }, { name: 'Grace' }] }; // prettier-ignore
  const wrap = (events: readonly unknown[]) => ({
    schedule: { version: '1', conference: { time_zone_name: 'Europe/Berlin', days: [{ index: 1, date: '2024-12-27', day_start: '2024-12-27T06:00:00+01:00', rooms: { 'Saal 1': events } }] } }, // prettier-ignore
  });

  it('is read as the XML is', () => {
    const found = readJson(wrap([event, { ...event, id: 43, date: undefined }]));
    const session = {
      id: '42',
      kind: 'forum',
      start: '2024-12-28T00:15',
      end: '2024-12-28T01:00',
      room: { en: 'Saal 1' },
      speakers: ['Ada', 'Grace'],
      title: { en: 'Chips' },
      text: { en: 'One' },
    };
    expect(found?.records.map(({ value }) => value)).toEqual([session, { ...session, id: '43' }]);
    expect(found?.locate(1, ['title'])).toMatchObject({ file: 'agenda.json', row: 1, column: 'title' });
    expect(found?.locate(1, []).line).toBe(13);
  });

  it('may hold a text in several languages', () => {
    const found = readJson(wrap([{ ...event, title: { en: 'Chips', 'zh-tw': '晶片' }, abstract: { de: 'Eins' } }]));
    expect(found?.records[0]?.value).toMatchObject({ title: { en: 'Chips', 'zh-Hant': '晶片' }, text: { en: 'Eins' } });
  });

  it.each(['[]', '{}', '[{"id":"S1"}]', '{"schedule":[]}', '{"schedule":{"conference":{}}}', 'no JSON'])(
    '%s is none, and another reader is asked',
    (text) => {
      expect(readJson(text)).toBeNull();
    },
  );
});

describe('what is written comes back', () => {
  const text = fc.stringMatching(/^[a-zA-Zäß電&<>"' ]{1,30}$/).map((each) => each.replace(/\s+/g, ' ').trim());
  const events = fc.uniqueArray(
    fc.record({ id: fc.integer({ min: 1, max: 9_999 }), minute: fc.integer({ min: 0, max: 1439 }), length: fc.integer({ min: 1, max: 1439 }), title: text.filter((each) => each !== ''), person: text }),
    { selector: ({ id }) => id, maxLength: 10 },
  ); // prettier-ignore
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const midnight = Date.UTC(2024, 11, 27);

  it.each([true, false])('with dates: %s', (hasDate) => {
    fc.assert(
      fc.property(events, (written) => {
        const at = (minute: number) => midnight + (minute < 360 ? 1440 + minute : minute) * 60_000;
        const iso = (time: number) => new Date(time).toISOString().slice(0, 16);
        const fields = written.map(({ id, minute, length, title, person }): Fields => ({
          id: String(id),
          start: clock(minute),
          duration: clock(length),
          title,
          language: 'en',
          person,
          ...(hasDate ? { date: `${iso(at(minute))}:00+01:00` } : {}),
        }));
        expect(readXml(schedule(fields)).values).toMatchObject(
          written.map(({ id, minute, length, title, person }) => ({
            id: String(id),
            start: iso(at(minute)),
            end: iso(at(minute) + length * 60_000),
            title: { en: title },
            speakers: person === '' ? [] : [person],
          })),
        );
      }),
      { numRuns: 200 },
    );
  });
});
