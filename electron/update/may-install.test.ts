import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitReasons } from '../../domain/protocol/update-report.ts';
import { idleBefore, isQuietHour, whyNotNow, type Moment } from './may-install.ts';

const event = {
  timeZone: 'Asia/Hong_Kong',
  days: [{ date: '2025-05-30', opens: '10:00', closes: '18:00' }],
};
const hongKong = (time: string) => new Date(`${time}:00+08:00`);

const quiet: Moment = {
  at: hongKong('2025-05-30T22:00'),
  event,
  window: null,
  isVisitOn: false,
  isStaffHere: false,
  printing: 0,
  idle: idleBefore,
  isAskedFor: false,
  isOnBattery: null,
  free: 200,
  size: 100,
};

const moments = fc.record<Moment>({
  at: fc.date({ min: new Date('2025-05-28'), max: new Date('2025-06-02'), noInvalidDate: true }),
  event: fc.constant(event),
  window: fc.option(fc.record({ from: fc.integer({ min: 0, max: 1439 }), to: fc.integer({ min: 0, max: 1439 }) })),
  isVisitOn: fc.boolean(),
  isStaffHere: fc.boolean(),
  printing: fc.integer({ min: 0, max: 3 }),
  idle: fc.integer({ min: 0, max: 2 * idleBefore }),
  isAskedFor: fc.boolean(),
  isOnBattery: fc.option(fc.boolean()),
  free: fc.integer({ min: 0, max: 1000 }),
  size: fc.integer({ min: 1, max: 400 }),
});

describe('when an update may be put in', () => {
  it('is at night, when nobody is there', () => {
    expect(whyNotNow(quiet)).toBe(null);
  });

  it('never takes a kiosk from anybody, whatever the clock says and whoever asked', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        if (whyNotNow(moment) !== null) return;
        expect(moment).toMatchObject({ isVisitOn: false, isStaffHere: false, printing: 0 });
        expect(moment.idle).toBeGreaterThanOrEqual(idleBefore);
        expect(moment.isOnBattery).not.toBe(true);
        expect(moment.free).toBeGreaterThanOrEqual(2 * moment.size);
        if (!moment.isAskedFor) expect(isQuietHour(moment)).toBe(true);
      }),
    );
  });

  it('is always possible for who asks, once the kiosk is left alone', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        const alone = { ...quiet, at: moment.at, window: moment.window, isAskedFor: true };
        expect(whyNotNow(alone)).toBe(null);
      }),
    );
  });

  it('is kept from by each reason alone', () => {
    const kept = {
      visitor: { isVisitOn: true },
      staff: { isStaffHere: true },
      printing: { printing: 1 },
      'opening-hours': { at: hongKong('2025-05-30T12:00') },
      'not-idle': { idle: idleBefore - 1 },
      'on-battery': { isOnBattery: true },
      'no-room': { free: 199 },
    } satisfies Record<(typeof waitReasons)[number], Partial<Moment>>;
    for (const reason of waitReasons) expect(whyNotNow({ ...quiet, ...kept[reason] })).toBe(reason);
  });
});

describe('the quiet hours', () => {
  it.each([
    ['2025-05-30T08:59', true],
    ['2025-05-30T09:00', false],
    ['2025-05-30T17:59', false],
    ['2025-05-30T18:00', true],
    ['2025-05-29T12:00', true],
  ])('are those on the event’s own clock in which it is not open, from an hour before doors: %s', (time, isQuiet) => {
    expect(isQuietHour({ at: hongKong(time), event, window: null })).toBe(isQuiet);
  });

  it.each([
    ['2025-05-29T19:59', false],
    ['2025-05-29T20:00', true],
    ['2025-05-29T00:00', true],
    ['2025-05-29T06:59', true],
    ['2025-05-29T07:00', false],
  ])('are within the window alone where there is one, over midnight too: %s', (time, isQuiet) => {
    expect(isQuietHour({ at: hongKong(time), event, window: { from: 20 * 60, to: 7 * 60 } })).toBe(isQuiet);
  });
});
