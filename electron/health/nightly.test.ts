import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isRestartDue, leastUptime } from './nightly.ts';

const night = { restartAt: '04:30', timeZone: 'Asia/Hong_Kong', uptime: leastUptime };
const at = (moment: string, changes = {}) => isRestartDue({ ...night, now: new Date(moment), ...changes });

it('is due from the set time on, in the event’s own time zone, for three hours', () => {
  expect(at('2025-05-30T04:29:59+08:00')).toBe(false);
  expect(at('2025-05-30T04:30:00+08:00')).toBe(true);
  expect(at('2025-05-30T07:29:59+08:00')).toBe(true);
  expect(at('2025-05-30T07:30:00+08:00')).toBe(false);
});

it('goes over midnight', () => {
  expect(at('2025-05-30T00:30:00+08:00', { restartAt: '23:30' })).toBe(true);
});

it('is never due when it is off, and not for a kiosk that has just started', () => {
  expect(at('2025-05-30T04:30:00+08:00', { restartAt: null })).toBe(false);
  expect(at('2025-05-30T04:30:00+08:00', { uptime: leastUptime - 1 })).toBe(false);
});

it('comes also in a night whose hour does not exist, or is there twice', () => {
  // Europe/Berlin, 30 March 2025: 02:00 to 03:00 is left out; 26 October: it is there twice.
  const berlin = { restartAt: '02:30', timeZone: 'Europe/Berlin' };
  expect(at('2025-03-30T03:05:00+02:00', berlin)).toBe(true);
  expect(at('2025-10-26T02:35:00+02:00', berlin)).toBe(true);
});

it('restarts at most once in twelve hours, however the clock jumps', () => {
  fc.assert(
    fc.property(
      fc.array(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }), { maxLength: 60 }),
      (clock) => {
        let uptime = 0;
        const restarts: number[] = [];
        for (const [index, now] of clock.entries()) {
          uptime += 30 * 60_000;
          if (!isRestartDue({ ...night, now, uptime })) continue;
          restarts.push(index);
          uptime = 0;
        }
        for (const [index, restart] of restarts.slice(1).entries()) {
          expect(restart - (restarts[index] ?? 0)).toBeGreaterThanOrEqual(24);
        }
      },
    ),
  );
});
