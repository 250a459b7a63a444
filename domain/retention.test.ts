import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { purgeDue, purposes } from './retention.ts';

const hour = 3_600_000;
const retention = { registrationDays: 30, talentPoolDays: 365 };

/** Which day it is at an instant, as the people of a time zone say it: `2025-05-30`. */
function localDate(instant: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return format.format(instant);
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 24 * hour).toISOString().slice(0, 10);
}

const zones = [...Intl.supportedValuesOf('timeZone'), 'Etc/GMT+12', 'Etc/GMT-14'];
const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10));

describe('purgeDue', () => {
  it('is never early and at most 26 hours late, in every time zone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), date, fc.integer({ min: 1, max: 3650 }), (timeZone, last, kept) => {
        const days = [{ date: last, opens: '09:30', closes: '18:00' }];
        const due = purgeDue({ days, retention: { registrationDays: kept, talentPoolDays: 1 } }, 'registration');
        const lastKept = addDays(last, kept);
        expect(localDate(due, timeZone) > lastKept).toBe(true);
        // An hour more for zones whose clocks went back in between.
        expect(localDate(due - 27 * hour, timeZone) <= lastKept).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('counts from the last day, in whatever order the days stand', () => {
    const day = (each: string) => ({ date: each, opens: '09:30', closes: '18:00' });
    const days = [day('2025-05-31'), day('2025-06-01'), day('2025-05-30')];
    expect(new Date(purgeDue({ days, retention }, 'registration')).toISOString()).toBe('2025-07-02T12:00:00.000Z');
  });

  it('has a clock of its own for each purpose', () => {
    const days = [{ date: '2025-05-30', opens: '09:30', closes: '18:00' }];
    const due = purposes.map((purpose) => new Date(purgeDue({ days, retention }, purpose)).toISOString());
    expect(due).toEqual(['2025-06-30T12:00:00.000Z', '2026-05-31T12:00:00.000Z']);
  });
});
