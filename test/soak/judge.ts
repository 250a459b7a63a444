import type { Sample } from './measure.ts';
import { findSlope, type Point, type Slope } from './slope.ts';

/** Of the life of a page, and of the run: what is measured before that is start-up, when fonts, screens and compiled code arrive. */
export const warmUpVisitors = 150;
/** One kiosk at a venue; 1,000 arrivals an hour are 20 such kiosks. */
export const visitorsPerKioskHour = 50;

/** What is measured, and what its growth is counted in. */
export const quantities = [
  { key: 'pageHeap', name: 'page, heap after GC', unit: 'MB', life: 'page' },
  { key: 'hostHeap', name: 'host, heap after GC', unit: 'MB', life: 'host' },
  { key: 'nodes', name: 'page, DOM nodes', unit: '', life: 'page' },
  { key: 'listeners', name: 'page, listeners', unit: '', life: 'page' },
  { key: 'renderer', name: 'renderer, PSS', unit: 'MB', life: 'page' },
  { key: 'browser', name: 'browser, PSS', unit: 'MB', life: 'page' },
  { key: 'host', name: 'host, resident', unit: 'MB', life: 'host' },
  { key: 'handles', name: 'host, handles', unit: '', life: 'host' },
  { key: 'openFiles', name: 'host, open files', unit: '', life: 'host' },
  { key: 'journal', name: 'journal on disk', unit: 'MB', life: 'host' },
  { key: 'journalLog', name: 'journal’s log', unit: 'MB', life: 'host' },
] as const;
export type Quantity = (typeof quantities)[number];

/** How something grows, after warm-up. */
export interface Growth {
  readonly key: Quantity['key'];
  readonly name: string;
  readonly unit: string;
  readonly first: number;
  readonly last: number;
  /** Per hour on the clock of the run. */
  readonly perHour: Slope | null;
  readonly perThousandVisitors: Slope | null;
  /** At 50 visitors an hour. */
  readonly perKioskHour: number | null;
}

/** @param warmUp visitors of a life that do not count */
export function findGrowth(samples: readonly Sample[], warmUp: number): Growth[] {
  return quantities.map(({ key, name, unit, life }) => {
    const lives = splitLives(samples, life).map((each) => afterWarmUp(each, warmUp));
    const points = (x: (sample: Sample) => number) =>
      lives.map((each) => each.map((sample): Point => ({ x: x(sample), y: sample[key] })));
    const perVisitor = findSlope(points(({ visitors }) => visitors));
    const times = (slope: Slope, by: number): Slope => ({
      points: slope.points,
      slope: slope.slope * by,
      low: slope.low * by,
      high: slope.high * by,
    });
    return {
      ...{ key, name, unit },
      first: samples[0]?.[key] ?? NaN,
      last: samples.at(-1)?.[key] ?? NaN,
      perHour: findSlope(points(({ at }) => at / 3_600_000)),
      perThousandVisitors: perVisitor && times(perVisitor, 1000),
      perKioskHour: perVisitor && perVisitor.slope * visitorsPerKioskHour,
    };
  });
}

function splitLives(samples: readonly Sample[], life: Quantity['life']): Sample[][] {
  const lives = new Map<number, Sample[]>();
  for (const sample of samples) {
    const key = life === 'host' ? sample.pid : sample.born;
    lives.set(key, [...(lives.get(key) ?? []), sample]);
  }
  return [...lives.values()];
}

function afterWarmUp(life: readonly Sample[], warmUp: number): Sample[] {
  const begun = life[0]?.visitors ?? 0;
  return life.filter(({ visitors }) => visitors >= begun + warmUp);
}

export interface Verdict {
  readonly goal: string;
  readonly found: string;
  readonly isMet: boolean;
}

/** Megabytes an hour on the clock of the run, which in 30 minutes serves what takes a kiosk 40 hours. */
const heapGoal = 1;
/** Of the short form, megabytes a visitor: a sheet that stays in memory is two. */
const shortGoal = 0.2;

/** The two slopes that the goal is about: what the page and the host hold after garbage was collected. */
export function judgeSlopes(growth: readonly Growth[], { isShort }: { isShort: boolean }): Verdict[] {
  return growth
    .filter(({ key }) => key === 'pageHeap' || key === 'hostHeap')
    .map(({ name, perHour, perThousandVisitors }) => {
      const slope = isShort ? perThousandVisitors && perThousandVisitors.slope / 1000 : perHour?.slope;
      const [most, per] = isShort ? [shortGoal, 'a visitor'] : [heapGoal, 'an hour'];
      return {
        goal: `${name}: at most ${most} MB ${per} after warm-up`,
        found: slope == null ? 'too few samples' : `${slope.toFixed(2)} MB ${per}`,
        isMet: slope != null && slope <= most,
      };
    });
}
