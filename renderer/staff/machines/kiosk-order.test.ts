import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kioskProblems } from '../../../domain/protocol/staff-calls.ts';
import { fakeKiosk } from '../fake-hub.fixture.ts';
import { inOrder } from './kiosk-order.ts';
import { splitAge } from './split-age.ts';

it('puts the worst first and the others by their names as people count', () => {
  const kiosks = [
    fakeKiosk('K10'),
    fakeKiosk('K2'),
    fakeKiosk('K3', { problems: ['paper-low'] }),
    fakeKiosk('K4', { problems: ['printer-fault', 'paper-low'] }),
    fakeKiosk('K5', { problems: ['away'] }),
  ];
  expect(inOrder(kiosks).map(({ kiosk }) => kiosk)).toEqual(['K5', 'K4', 'K3', 'K2', 'K10']);
});

it('does not depend on the order in which the hub tells them, so that no line jumps', () => {
  const line = fc.record({ number: fc.nat(30), problems: fc.subarray([...kioskProblems]) });
  const lines = fc.uniqueArray(line, { selector: ({ number }) => number });
  fc.assert(
    fc.property(lines, (told) => {
      const kiosks = told.map(({ number, problems }) => fakeKiosk(`K${String(number)}`, { problems }));
      const names = (each: typeof kiosks) => inOrder(each).map(({ kiosk }) => kiosk);
      expect(names(kiosks.toReversed())).toEqual(names(kiosks));
    }),
  );
});

it.each([
  [-5000, 'now', 0],
  [14_999, 'now', 0],
  [15_000, 'seconds', 15],
  [59_999, 'seconds', 59],
  [60_000, 'minutes', 1],
  [3_599_999, 'minutes', 59],
  [7_200_000, 'hours', 2],
])('%d ms ago is %s %d', (milliseconds, unit, count) => {
  expect(splitAge(milliseconds)).toEqual({ unit, count });
});
