import { expect, test } from 'vitest';
import { toEventLocal } from './clock.tsx';

test.each([
  ['2025-05-30T02:30:00Z', 'Asia/Hong_Kong', '2025-05-30T10:30'],
  ['2025-05-29T16:00:00Z', 'Asia/Hong_Kong', '2025-05-30T00:00'],
  ['2025-12-31T23:59:59Z', 'Asia/Kolkata', '2026-01-01T05:29'],
  ['2025-03-30T00:59:00Z', 'Europe/Berlin', '2025-03-30T01:59'],
  ['2025-03-30T01:00:00Z', 'Europe/Berlin', '2025-03-30T03:00'],
])('%s in %s is %s', (instant, timeZone, local) => {
  expect(toEventLocal(new Date(instant), timeZone)).toBe(local);
});
