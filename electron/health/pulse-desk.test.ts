import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Pulse } from '../bridge/pulse.ts';
import { createPulseDesk, type PulseDesk } from './pulse-desk.ts';

let desk: PulseDesk;
let roundTrips: Pulse[];

beforeEach(() => {
  vi.useFakeTimers();
  desk = createPulseDesk();
  roundTrips = [];
  desk.onRoundTrip((pulse) => roundTrips.push(pulse));
});
afterEach(() => {
  vi.useRealTimers();
});

const pulse = (answers: number | null): Pulse => ({
  answers,
  isHidden: false,
  worstFrame: 0,
  isCovered: false,
  heap: null,
});

/** As a page does it. */
async function beat(answers: number | null): Promise<number> {
  const answer = desk.beat(pulse(answers));
  await vi.advanceTimersByTimeAsync(1000);
  return answer;
}

it('is no proof of life that a page says hello, only that it sends back its number', async () => {
  const first = await desk.beat(pulse(null));
  expect(roundTrips).toEqual([]);
  await beat(first);
  expect(roundTrips).toEqual([pulse(first)]);
});

it('beats once a second', async () => {
  const number = await desk.beat(pulse(null));
  const answered = vi.fn();
  void desk.beat(pulse(number)).then(answered);
  await vi.advanceTimersByTimeAsync(999);
  expect(answered).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(answered).toHaveBeenCalledWith(number + 1);
});

it('believes no number twice, none that it never gave, and none from the page before', async () => {
  const first = await desk.beat(pulse(null));
  const second = await beat(first);
  await beat(first);
  await beat(99);
  expect(roundTrips).toHaveLength(1);
  const last = await beat(null);
  desk.expectNewPage();
  await beat(last);
  expect(roundTrips, `${second} and ${last} are of the page before`).toHaveLength(1);
  await beat(await desk.beat(pulse(null)));
  expect(roundTrips).toHaveLength(2);
});

it('lets nobody wait when the host ends', async () => {
  const number = await desk.beat(pulse(null));
  const waiting = desk.beat(pulse(number));
  desk.close();
  expect(await waiting).toBe(number + 1);
  expect(await desk.beat(pulse(number + 1))).toBe(number + 2);
});
