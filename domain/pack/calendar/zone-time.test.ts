import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findZone, readDateTime, utc, writeWallTime, type Zone } from './zone-time.ts';

function zone(name: string): Zone {
  return findZone(name) ?? utc;
}
const wall = (text: string) => readDateTime(text)?.wall ?? Number.NaN;
const at = (name: string, text: string) => new Date(zone(name).toInstant(wall(text))).toISOString().slice(0, 16);

describe('a time on the wall of a zone', () => {
  it.each([
    ['Asia/Hong_Kong', '2025-05-30T10:00', '2025-05-30T02:00'],
    ['Europe/Berlin', '2024-12-28T00:15', '2024-12-27T23:15'],
    ['Europe/Berlin', '2025-06-01T00:15', '2025-05-31T22:15'],
    ['Asia/Kathmandu', '2025-06-01T00:00', '2025-05-31T18:15'],
    ['America/New_York', '2025-03-09T02:30', '2025-03-09T07:30'],
    ['America/New_York', '2025-11-02T01:30', '2025-11-02T05:30'],
    ['Pacific/Kiritimati', '2025-01-01T00:00', '2024-12-31T10:00'],
  ])('%s %s is %s in UTC', (name, text, expected) => {
    expect(at(name, text)).toBe(expected);
  });

  it('comes back from its instant', () => {
    const names = fc.constantFrom('Asia/Hong_Kong', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC');
    const minutes = fc.integer({ min: 16_000_000, max: 40_000_000 });
    fc.assert(
      fc.property(names, minutes, (name, minute) => {
        const { toInstant, toWall } = zone(name);
        const shown = toWall(minute * 60_000);
        expect(toWall(toInstant(shown))).toBe(shown);
      }),
    );
  });
});

it('knows no zone that is none', () => {
  expect(findZone('China Standard Time')).toBeNull();
  expect(findZone('')).toBeNull();
});

describe('a written time', () => {
  it.each([
    ['2025-05-30T10:00', '2025-05-30T10:00', null],
    ['2025-05-30 10:00:59', '2025-05-30T10:00', null],
    ['2025-05-30T10:00:00.000Z', '2025-05-30T10:00', 0],
    ['2025-05-30T10:00:00+08:00', '2025-05-30T10:00', 480],
    ['2025-05-30T10:00-0330', '2025-05-30T10:00', -210],
    ['2024-02-29T23:59:60', '2024-02-29T23:59', null],
  ])('%s is read', (text, written, offset) => {
    const read = readDateTime(text);
    expect(read && writeWallTime(read.wall)).toBe(written);
    expect(read?.offset).toBe(offset);
  });

  it.each(['', 'noon', '2025-05-30', '2025-02-29T10:00', '2025-13-01T10:00', '2025-05-30T24:00', '2025-05-30T10:60'])(
    '%j is none',
    (text) => {
      expect(readDateTime(text)).toBeNull();
    },
  );
});
