// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Pulse } from '../electron/bridge/pulse.ts';
import { keepPulse } from './pulse.ts';

let frames: (() => void)[];
let beats: Pulse[];
let isHidden: boolean;
let fail: boolean;
const stop: AbortController[] = [];

beforeEach(() => {
  frames = [];
  beats = [];
  isHidden = false;
  fail = false;
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => frames.splice(0));
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
});
afterEach(() => {
  for (const each of stop.splice(0)) each.abort();
  paint();
  vi.unstubAllGlobals();
});

function start(): void {
  const signal = new AbortController();
  stop.push(signal);
  const pulse = (beat: Pulse) => {
    beats.push(beat);
    if (signal.signal.aborted) return new Promise<never>(() => undefined);
    const number = beats.length;
    const isGone = fail;
    // As a host answers: later.
    return new Promise<{ number: number }>((resolve, reject) => {
      setTimeout(() => {
        if (isGone) reject(new Error('gone'));
        else resolve({ number });
      });
    });
  };
  void keepPulse({ bridge: { pulse }, signal: signal.signal, pause: () => Promise.resolve() });
}

function paint(): void {
  for (const callback of frames.splice(0)) callback();
}

const painted = async () => {
  await expect.poll(() => frames.length).toBeGreaterThan(0);
  paint();
};

it('sends the host’s number back, each time from a frame that was painted', async () => {
  start();
  await expect.poll(() => frames.length).toBeGreaterThan(0);
  expect(beats).toEqual([]);
  await painted();
  await painted();
  await painted();
  await expect.poll(() => beats.length).toBe(3);
  expect(beats.map(({ answers }) => answers)).toEqual([null, 1, 2]);
  expect(beats.every(({ isHidden: hidden }) => !hidden)).toBe(true);
});

it('beats without frames while nobody sees the page, also when it becomes hidden as it waits', async () => {
  start();
  await expect.poll(() => frames.length).toBeGreaterThan(0);
  isHidden = true;
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(() => beats.length).toBeGreaterThan(2);
  expect(beats[0]).toMatchObject({ answers: null, isHidden: true, worstFrame: 0 });
  isHidden = false;
});

it('says that something lies over it when it has less of the screen than it had', async () => {
  const heights = [900, 1000, 960, 1000];
  vi.stubGlobal('screen', { width: 800, height: 1000 });
  vi.stubGlobal('innerWidth', 800);
  vi.spyOn(globalThis, 'innerHeight', 'get').mockImplementation(() => heights[beats.length] ?? 0);
  start();
  while (beats.length < heights.length) await painted();
  expect(beats.map(({ isCovered }) => isCovered)).toEqual([false, false, true, false]);
});

it('begins anew when the host was gone: its numbers are of another host', async () => {
  start();
  await painted();
  await painted();
  await expect.poll(() => beats.length).toBe(2);
  fail = true;
  await painted();
  await expect.poll(() => beats.length).toBe(3);
  fail = false;
  await painted();
  await expect.poll(() => beats.length).toBe(4);
  expect(beats[3]?.answers).toBeNull();
});
