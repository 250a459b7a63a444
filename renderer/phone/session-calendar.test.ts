import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { bytesWithin } from './qr-capacity.ts';
import { toInstant } from './event-instant.ts';
import { writeCalendar } from './session-calendar.ts';
import { sizeOf } from './text-size.ts';

const session = { id: 'forum-1', start: '2025-05-30T11:00', end: '2025-05-30T11:40' };
const event = { id: 'micro-e-2025', timeZone: 'Asia/Hong_Kong' };

function readBack(calendar: string) {
  const component = new ICAL.Component(ICAL.parse(calendar) as unknown[]).getFirstSubcomponent('vevent');
  if (!component) throw new Error('no event');
  return new ICAL.Event(component);
}

test('a calendar reads the session at its time, in its room', () => {
  const read = readBack(writeCalendar({ session, title: '業界論壇：GaN, SiC; 800 V', place: '講台', event }));
  expect(read.summary).toBe('業界論壇：GaN, SiC; 800 V');
  expect(read.location).toBe('講台');
  expect(read.startDate.toJSDate().toISOString()).toBe('2025-05-30T03:00:00.000Z');
  expect(read.endDate.toJSDate().toISOString()).toBe('2025-05-30T03:40:00.000Z');
  expect(read.uid).toBe('forum-1@micro-e-2025');
});

test('whatever the title, what is read is its beginning, and one code holds it', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }).map((each) => each.trim() || 'x');
  fc.assert(
    fc.property(text, fc.option(text), (title, place) => {
      const calendar = writeCalendar({ session, title, place, event });
      expect(sizeOf(calendar)).toBeLessThanOrEqual(bytesWithin(1000));
      const { summary } = readBack(calendar);
      const said = title.replaceAll(/\r?\n/gu, '\n');
      expect(summary === said || said.startsWith(summary.slice(0, -1))).toBe(true);
    }),
  );
});

test('a time at the event is the moment that its clocks show', () => {
  const zones = fc.constantFrom('Asia/Hong_Kong', 'Europe/Brussels', 'America/New_York', 'Asia/Kathmandu', 'UTC');
  const moments = fc.date({
    min: new Date('2020-01-01T00:00Z'),
    max: new Date('2035-01-01T00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(zones, moments, (timeZone, moment) => {
      const show = (date: Date) =>
        new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
          .format(date)
          .replace(' ', 'T');
      expect(show(toInstant(show(moment), timeZone))).toBe(show(moment));
    }),
  );
});

test('an hour that the clocks skip is the same stretch later', () => {
  expect(toInstant('2025-03-30T02:30', 'Europe/Brussels').toISOString()).toBe('2025-03-30T01:30:00.000Z');
});
