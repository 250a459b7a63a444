import { describe, expect, it } from 'vitest';
import { seatsLeft } from '../../domain/sync/lease-rules.ts';
import { createRandom } from './random.ts';
import { rules, type Rules } from './rules.ts';
import { simulate } from './simulate.ts';
import { createTimeline } from './timeline.ts';

const first = 20_250_530;

describe('the sync rules', () => {
  it('lose, double, jam and oversell nothing in 500 seeded runs', () => {
    const verdicts = Array.from({ length: 500 }, (_, at) => simulate(first + at));
    expect(verdicts.filter(({ faults }) => faults.length > 0)).toEqual([]);
    const sum = (count: 'records' | 'booked' | 'deadLetters' | 'hubs') =>
      verdicts.reduce((total, verdict) => total + verdict[count], 0);
    // The runs are about something.
    expect(sum('records')).toBeGreaterThan(20_000);
    expect(sum('booked')).toBeGreaterThan(1000);
    expect(sum('deadLetters')).toBeGreaterThan(500);
    expect(sum('hubs')).toBeGreaterThan(800);
  });

  it('are replayed by a seed exactly', () => {
    expect(simulate(first)).toEqual(simulate(first));
    expect(simulate(first)).not.toEqual({ ...simulate(first + 1), seed: first });
  });
});

const day = 86_400_000;

/** Each is a mistake that somebody could make, with what comes of it. */
const mistakes: [string, Partial<Rules>, RegExp][] = [
  [
    'an intake that forgets what it has taken',
    {
      judgeRecord: ({ fault }) => (fault === null ? { result: 'accepted' } : { result: 'rejected', reason: fault }),
      nextAfter: (next) => next + 1,
    },
    /is there \d+ times/,
  ],
  [
    'an intake that takes the same record again as another',
    {
      judgeRecord: ({ fault }, atSequence) =>
        fault === null && atSequence === null
          ? { result: 'accepted' }
          : { result: 'rejected', reason: fault ?? 'other-content' },
    },
    /shows dead letters/,
  ],
  [
    'an intake that jams at a dead letter',
    {
      judgeRecord: (arriving, ...taken) =>
        arriving.fault === null ? rules.judgeRecord(arriving, ...taken) : { result: 'accepted' },
    },
    /is no dead letter/,
  ],
  ['an intake that never goes on', { nextAfter: (next) => next }, /is stuck|is lost/],
  [
    'an outbox that trusts the late answer of a hub that is gone',
    {
      advanceOutbox: (state, word, kind) => ({
        epoch: kind === 'accepted' ? state.epoch : word.epoch,
        nextSequence: kind === 'accepted' ? Math.max(state.nextSequence, word.nextSequence) : word.nextSequence,
      }),
    },
    /is lost/,
  ],
  [
    'an outbox that takes sending for arriving',
    {
      advanceOutbox: (state, word, kind) =>
        rules.advanceOutbox(state, { ...word, nextSequence: word.nextSequence + (kind === 'accepted' ? 3 : 0) }, kind),
    },
    /shows dead letters|is lost/,
  ],
  [
    'an outbox that does not go back for a hub that has lost its disk',
    {
      advanceOutbox: (state, { epoch, nextSequence }) => ({
        epoch,
        nextSequence: Math.max(state.nextSequence, nextSequence),
      }),
    },
    /is lost/,
  ],
  [
    'a hub that forgets what kiosks hold',
    { grantSeats: ({ capacity, wanted }) => Math.min(capacity, wanted) },
    /seats were booked/,
  ],
  [
    'a kiosk that gives away what it has given back',
    { seatsLeft: ({ seats, booked }) => Math.max(0, seats - booked) },
    /seats were booked/,
  ],
  [
    'a hub that holds what was given back against earlier bookings',
    { mayBook: (lease) => seatsLeft({ returned: 0, ...lease }) > 0 },
    /is lost/,
  ],
  ['a kiosk that tries again tomorrow', { pauseBeforeRetry: () => day }, /is stuck/],
];

/** Most show at once; the late answer of a lost hub does harm in one run of 600. */
const mostRuns = 3000;

describe('the simulation', () => {
  it.each(mistakes)('finds %s', (_what, mistake, words) => {
    const broken = { ...rules, ...mistake };
    let found = false;
    for (let run = 0; run < mostRuns && !found; run += 1) {
      found = simulate(first + run, broken).faults.some((fault) => words.test(fault));
    }
    expect(found).toBe(true);
  });
});

describe('virtual time', () => {
  it('lets things happen in order, and at one time in the order of their planning', () => {
    const random = createRandom(1);
    const timeline = createTimeline();
    const happened: { at: number; order: number }[] = [];
    const planned = Array.from({ length: 500 }, (_, order) => ({ at: random.below(50), order }));
    for (const each of planned) timeline.after(each.at, () => happened.push({ ...each, at: timeline.now() }));
    while (timeline.step());
    expect(happened).toEqual(planned.toSorted((a, b) => a.at - b.at || a.order - b.order));
  });

  it('draws numbers evenly', () => {
    const random = createRandom(7);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let draw = 0; draw < 10_000; draw += 1) {
      const at = random.below(10);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    // 1,000 each, and 5 sigma of it 150.
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
