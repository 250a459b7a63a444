import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PrinterStatus } from '../../../domain/print-job.ts';
import { createStatusWatch, ownPauses } from './status-watch.ts';

const ready: PrinterStatus = { faults: [], paperLow: false };
const open: PrinterStatus = { faults: ['cover-open'], paperLow: false };

let looks: number;
let status: PrinterStatus;
let isBusy: boolean;
let heard: PrinterStatus[];

beforeEach(() => {
  vi.useFakeTimers();
  looks = 0;
  status = ready;
  isBusy = false;
  heard = [];
});
afterEach(() => {
  vi.useRealTimers();
});

function watch(look = () => Promise.resolve(status)) {
  return createStatusWatch({
    look() {
      looks += 1;
      return look();
    },
    onStatus: (each) => heard.push(each),
    isBusy: () => isBusy,
    pauses: ownPauses,
  });
}

async function looksWithin(milliseconds: number): Promise<number> {
  const before = looks;
  await vi.advanceTimersByTimeAsync(milliseconds);
  return looks - before;
}

it('looks at nothing until somebody wants to know, then at once and every four seconds', async () => {
  const printer = watch();
  expect(await looksWithin(60_000)).toBe(0);
  printer.hold();
  expect(await looksWithin(0)).toBe(1);
  expect(await looksWithin(8_000)).toBe(2);
  await printer.close();
});

it('looks more often while there is a fault', async () => {
  status = open;
  const printer = watch();
  printer.hold();
  await looksWithin(0);
  expect(await looksWithin(8_000)).toBe(4);
  status = ready;
  await looksWithin(2_000);
  expect(heard.at(-1)).toEqual(ready);
  expect(await looksWithin(8_000)).toBe(2);
  await printer.close();
});

it('stops a minute after the last time that somebody asked', async () => {
  const printer = watch();
  printer.need();
  await looksWithin(30_000);
  printer.need();
  expect(await looksWithin(59_000)).toBe(15);
  expect(await looksWithin(600_000)).toBeLessThanOrEqual(1);
  printer.need();
  expect(await looksWithin(0)).toBe(1);
  await printer.close();
});

it('stops when the last who holds it lets go, once each', async () => {
  const printer = watch();
  const [first, second] = [printer.hold(), printer.hold()];
  first();
  first();
  expect(await looksWithin(8_000)).toBe(3);
  second();
  expect(await looksWithin(600_000)).toBe(0);
  await printer.close();
});

it('never looks while a job is under way, and soon after it', async () => {
  const printer = watch();
  printer.hold();
  await looksWithin(0);
  isBusy = true;
  expect(await looksWithin(60_000)).toBe(0);
  isBusy = false;
  printer.jobEnded(false);
  expect(await looksWithin(499)).toBe(0);
  expect(await looksWithin(1)).toBe(1);
  isBusy = true;
  await looksWithin(4_000);
  isBusy = false;
  printer.jobEnded(true);
  expect(await looksWithin(1_999)).toBe(0);
  expect(await looksWithin(1)).toBe(1);
  await printer.close();
});

it('has one look at a time, however long it takes', async () => {
  const slow = Promise.withResolvers<PrinterStatus>();
  const printer = watch(() => slow.promise);
  printer.hold();
  printer.need();
  expect(await looksWithin(30_000)).toBe(1);
  printer.jobEnded(false);
  expect(await looksWithin(30_000)).toBe(0);
  slow.resolve(ready);
  expect(await looksWithin(4_000)).toBe(1);
  await printer.close();
});

it('waits for the look under way when it closes, and says no more', async () => {
  const slow = Promise.withResolvers<PrinterStatus>();
  const printer = watch(() => slow.promise);
  printer.hold();
  await looksWithin(0);
  const closed = vi.fn();
  const closing = printer.close().then(closed);
  await vi.advanceTimersByTimeAsync(0);
  expect(closed).not.toHaveBeenCalled();
  slow.resolve(ready);
  await closing;
  expect(heard).toEqual([]);
  expect(await looksWithin(60_000)).toBe(0);
});
