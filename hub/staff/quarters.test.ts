import fc from 'fast-check';
import { expect, it } from 'vitest';
import { v7 } from 'uuid';
import { listQuarters, timeOf, toQuarter } from './quarters.ts';

const hour = 3_600_000;
const noon = Date.UTC(2025, 4, 30, 4);
const idAt = (msecs: number) => v7({ msecs });

it.each([
  ['a moment ago', noon - 1000, noon - 1000],
  ['in the morning, when the kiosk was offline', noon - 5 * hour, noon - 5 * hour],
  ['by a clock that is ahead', noon + 1, noon],
  ['by a clock that is a day behind', noon - 24 * hour, noon],
  ['by a clock at 1970', 5, noon],
])('counts who came %s when they were there, or when it is known', (_when, made, expected) => {
  expect(timeOf({ id: idAt(made), received: noon })).toBe(expected);
});

it('believes the id where nobody noted when it came', () => {
  expect(timeOf({ id: idAt(noon - 99 * hour), received: null })).toBe(noon - 99 * hour);
});

it('has the quarters of every time zone', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  for (const timeZone of zones) {
    const minute = new Intl.DateTimeFormat('en', { timeZone, minute: 'numeric', hourCycle: 'h23' }).format(
      toQuarter(noon + 7 * 60_000),
    );
    expect([timeZone, Number(minute) % 15]).toEqual([timeZone, 0]);
  }
});

it('lists the empty quarters between, but for a night or a wrong clock', () => {
  const one = { registrations: 1, checkIns: 0, staff: 0 };
  const starts = (times: number[]) => listQuarters(new Map(times.map((time) => [time, one]))).map(({ start }) => start);
  expect(starts([noon, noon + hour])).toEqual([0, 1, 2, 3, 4].map((quarter) => noon + (quarter * hour) / 4));
  expect(starts([noon, noon + 20 * hour])).toEqual([noon, noon + 20 * hour]);
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 1e6 })), (quarters) => {
      const listed = starts(quarters.map((quarter) => (quarter * hour) / 4));
      expect(listed).toEqual([...new Set(listed)].toSorted((a, b) => a - b));
      for (const quarter of quarters) expect(listed).toContain((quarter * hour) / 4);
      expect(listed.length).toBeLessThanOrEqual(quarters.length * 24);
    }),
  );
});
