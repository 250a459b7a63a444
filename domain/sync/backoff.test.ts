import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPause, longestPause, parseRetryAfter, pauseBeforeRetry } from './backoff.ts';

const failures = fc.integer({ min: 1, max: 100_000 });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('pauseBeforeRetry', () => {
  it('is full jitter: from nothing to a cap that doubles and ends at 60 s', () => {
    fc.assert(
      fc.property(failures, random, (count, drawn) => {
        let cap = firstPause;
        for (let failure = 1; failure < count && cap < longestPause; failure += 1) cap *= 2;
        const pause = pauseBeforeRetry({ failures: count, random: drawn });
        expect(pause).toBe(Math.round(drawn * Math.min(cap, longestPause)));
        expect(pause).toBeLessThanOrEqual(longestPause);
      }),
    );
  });

  it('never comes before Retry-After, and no server makes a kiosk wait for more than eleven minutes', () => {
    fc.assert(
      fc.property(failures, random, fc.integer({ min: 0, max: 10 ** 9 }), (count, drawn, retryAfter) => {
        const pause = pauseBeforeRetry({ failures: count, random: drawn, retryAfter });
        expect(pause).toBeGreaterThanOrEqual(Math.min(retryAfter, 10 * longestPause));
        expect(pause).toBeLessThanOrEqual(11 * longestPause);
      }),
    );
  });

  it('spreads the kiosks that failed together', () => {
    const pauses = Array.from({ length: 200 }, (_, at) => pauseBeforeRetry({ failures: 20, random: at / 200 }));
    expect(new Set(pauses).size).toBe(200);
  });
});

describe('parseRetryAfter', () => {
  it.each([
    ['0', 0],
    ['120', 120_000],
    [' 7 ', 7000],
  ])('reads %j', (header, milliseconds) => {
    expect(parseRetryAfter(header)).toBe(milliseconds);
  });

  it.each([null, undefined, '', '-1', '1.5', '1e3', 'soon', '12345678', 'Fri, 30 May 2025 09:00:00 GMT'])(
    'takes %j for none',
    (header) => {
      expect(parseRetryAfter(header)).toBeUndefined();
    },
  );
});
