import type { Page } from 'playwright-core';

/** Counts by whole milliseconds; the last one counts everything beyond. */
export const recordedMilliseconds = 1000;

export interface PageRecord {
  /** When this page was opened, on the wall clock in milliseconds: another number is another page. */
  readonly born: number;
  /** Between two frames. */
  readonly frames: readonly number[];
  /** From asking the host to register until its answer. */
  readonly registering: readonly number[];
}

interface Recorder {
  shift: number;
  /** Whether frames are asked for and counted: asking makes the page draw all the time, which a processor here must do. */
  watchFrames(isWatching: boolean): void;
  take(): { frames: number[]; registering: number[] };
}

type Recorded = typeof globalThis & { foyerSoak?: Recorder };

/**
 * Counts frames and registrations inside of the page, in arrays that never grow, so that looking costs no memory that grows. What was
 * counted since the last time is taken out.
 */
export async function takePageRecord(page: Page): Promise<PageRecord> {
  return page.evaluate((limit) => {
    const world = globalThis as Recorded;
    if (world.foyerSoak === undefined) {
      const frames = new Uint32Array(limit + 1);
      const registering = new Uint32Array(limit + 1);
      const count = (into: Uint32Array, milliseconds: number) => {
        const place = Math.min(Math.round(milliseconds), limit);
        into[place] = (into[place] ?? 0) + 1;
      };
      let last: number | null = null;
      let next: number | null = null;
      const onFrame = (now: number) => {
        if (last !== null) count(frames, now - last);
        last = now;
        next = requestAnimationFrame(onFrame);
      };
      new PerformanceObserver((list) => {
        for (const { name, duration } of list.getEntries()) {
          if (name.endsWith('/bridge/register')) count(registering, duration);
        }
      }).observe({ type: 'resource' });
      const real = performance.now.bind(performance);
      const recorder: Recorder = {
        shift: 0,
        watchFrames(isWatching) {
          if (isWatching) next ??= requestAnimationFrame(onFrame);
          else if (next !== null) {
            cancelAnimationFrame(next);
            next = last = null;
          }
        },
        take() {
          const taken = { frames: [...frames], registering: [...registering] };
          frames.fill(0);
          registering.fill(0);
          return taken;
        },
      };
      performance.now = () => real() + recorder.shift;
      world.foyerSoak = recorder;
    }
    return { born: performance.timeOrigin, ...world.foyerSoak.take() };
  }, recordedMilliseconds);
}

/** Frames are counted, or not: until told, they are not. */
export async function watchFrames(page: Page, isWatching: boolean): Promise<void> {
  await page.evaluate((watching) => {
    (globalThis as Recorded).foyerSoak?.watchFrames(watching);
  }, isWatching);
}

/** For the page, so many seconds have gone by: nobody waits for a visitor who has left. */
export async function leapAhead(page: Page, seconds: number): Promise<void> {
  await page.evaluate((milliseconds) => {
    const { foyerSoak } = globalThis as Recorded;
    if (foyerSoak === undefined) throw new Error('nothing records this page');
    foyerSoak.shift += milliseconds;
  }, seconds * 1000);
}
