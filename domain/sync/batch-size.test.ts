import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maximumBatch } from '../protocol/records.ts';
import { firstBatch, largestBatch, nextBatchSize } from './batch-size.ts';

it('never leaves what a request may carry, and never stops', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20_000 })), (answers) => {
      const size = answers.reduce((now, milliseconds) => nextBatchSize({ size: now, milliseconds }), firstBatch);
      expect(size).toBeGreaterThanOrEqual(1);
      expect(size).toBeLessThanOrEqual(Math.min(largestBatch, maximumBatch));
    }),
  );
});

/** A hub that takes so many records a second from so many kiosks, each with one request under way. */
function settle({ kiosks, recordsPerSecond }: { kiosks: number; recordsPerSecond: number }) {
  let size = firstBatch;
  let milliseconds = 0;
  for (let round = 0; round < 20; round += 1) {
    milliseconds = (size * kiosks * 1000) / recordsPerSecond;
    size = nextBatchSize({ size, milliseconds });
  }
  return { size, milliseconds };
}

it('sends the most to an idle hub, and little to one that all kiosks come back to', () => {
  expect(settle({ kiosks: 1, recordsPerSecond: 2000 }).size).toBe(largestBatch);
  const crowd = settle({ kiosks: 200, recordsPerSecond: 1500 });
  expect(crowd.milliseconds).toBeLessThan(1000);
  expect(crowd.size).toBeLessThan(firstBatch);
});
