import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ShownPage } from './page-window.ts';
import { isWell, startWatching, tickEvery, watch, watchdogLimits, type WatchdogEvent } from './watchdog-rules.ts';

const second = 1000;

/** A page and its watchdog, in a time that passes by ticks. */
function createWorld() {
  let now = 0;
  let state = startWatching(now);
  let isPageAlive = false;
  const shown: { page: ShownPage; at: number }[] = [{ page: 'kiosk', at: 0 }];
  const take = (kind: WatchdogEvent['kind']) => {
    const step = watch(state, { kind, at: now });
    ({ state } = step);
    if (step.show !== null) {
      shown.push({ page: step.show, at: now });
      isPageAlive = true;
    }
  };
  const world = {
    shown,
    now: () => now,
    stage: () => state.stage.kind,
    isWell: () => isWell(state),
    roundTrip: () => {
      take('round-trip');
    },
    die: () => {
      isPageAlive = false;
      take('death');
    },
    isPageAlive: () => isPageAlive,
    /** @param beats the page completes a round trip each second */
    pass(milliseconds: number, { beats = false } = {}) {
      for (const end = now + milliseconds; now < end;) {
        now += tickEvery;
        if (beats && now % second === 0 && world.stage() !== 'resting') take('round-trip');
        take('tick');
      }
    },
    /** The host itself stood still. */
    stall(milliseconds: number) {
      now += milliseconds;
      take('tick');
    },
    last: () => shown.at(-1)?.page,
  };
  return world;
}

describe('a page that dies or hangs', () => {
  it('is opened again at once when it dies', () => {
    const world = createWorld();
    world.pass(5 * second, { beats: true });
    world.die();
    expect(world.shown).toEqual([
      { page: 'kiosk', at: 0 },
      { page: 'kiosk', at: 5 * second },
    ]);
  });

  it('is opened again 5 s after its last beat, and not before', () => {
    const world = createWorld();
    world.pass(12 * second, { beats: true });
    world.pass(4.5 * second);
    expect(world.shown).toHaveLength(1);
    world.pass(0.5 * second);
    expect(world.shown).toHaveLength(2);
  });

  it('has longer while it is not settled, and when one has just died: a slow machine is not made slower', () => {
    const world = createWorld();
    world.pass(8 * second, { beats: true });
    world.pass(6.5 * second);
    expect(world.shown).toHaveLength(1);
    world.pass(0.5 * second);
    expect(world.shown).toHaveLength(2);
    world.pass(20 * second, { beats: true });
    world.pass(6.5 * second);
    expect(world.shown).toHaveLength(2);
    world.pass(0.5 * second);
    expect(world.shown).toHaveLength(3);
  });

  it('gets 30 s to start', () => {
    const world = createWorld();
    world.pass(29.5 * second);
    expect(world.shown).toHaveLength(1);
    world.pass(0.5 * second);
    expect(world.shown).toHaveLength(2);
  });

  it('is not blamed for what held up the host', () => {
    const world = createWorld();
    world.pass(12 * second, { beats: true });
    world.stall(30 * second);
    world.pass(4 * second);
    expect(world.shown).toHaveLength(1);
    world.pass(2 * second);
    expect(world.shown).toHaveLength(2);
  });
});

describe('a kiosk that keeps dying', () => {
  function restingWorld() {
    const world = createWorld();
    for (let death = 0; death < 4; death += 1) {
      world.pass(5 * second, { beats: true });
      world.die();
    }
    return world;
  }

  it('rests after the fourth death in a minute', () => {
    const { shown } = restingWorld();
    expect(shown.map(({ page }) => page)).toEqual(['kiosk', 'kiosk', 'kiosk', 'kiosk', 'resting']);
  });

  it('does not rest for four deaths in a longer time', () => {
    const world = createWorld();
    for (let death = 0; death < 8; death += 1) {
      world.pass(21 * second, { beats: true });
      world.die();
    }
    expect(world.last()).toBe('kiosk');
  });

  it('rests when it never comes up', () => {
    const world = createWorld();
    world.pass(120 * second);
    expect(world.last()).toBe('resting');
  });

  it('tries again after 30 s, then later and later, at most five minutes', () => {
    const world = restingWorld();
    for (const rest of [30, 60, 120, 240, 300, 300]) {
      const begin = world.now();
      world.pass(rest * second - tickEvery);
      expect(world.last()).toBe('resting');
      world.pass(tickEvery);
      expect(world.shown.at(-1)).toEqual({ page: 'kiosk', at: begin + rest * second });
      world.die();
      expect(world.last(), 'one death is enough after a rest').toBe('resting');
    }
  });

  it('is well again after a minute', () => {
    const world = restingWorld();
    world.pass(30 * second);
    world.pass(62 * second, { beats: true });
    world.die();
    expect(world.last()).toBe('kiosk');
  });

  it('shows the resting page again when that dies, with pauses', () => {
    const world = restingWorld();
    const { length } = world.shown;
    world.die();
    expect(world.shown).toHaveLength(length);
    world.pass(second);
    expect(world.shown).toHaveLength(length + 1);
    expect(world.last()).toBe('resting');
  });

  it('believes no beat of the page that was ended', () => {
    const world = restingWorld();
    world.roundTrip();
    expect(world.stage()).toBe('resting');
  });

  it('is beyond mending here when not even the resting page stays', () => {
    const world = restingWorld();
    for (let death = 0; death < 5; death += 1) {
      expect(world.isWell()).toBe(true);
      world.die();
      world.pass(watchdogLimits.longestRestingPause);
    }
    expect(world.stage()).toBe('resting');
    expect(world.isWell()).toBe(false);
  });
});

describe('whatever happens', () => {
  const deed = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('beats' as const), seconds: fc.integer({ min: 1, max: 90 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('silent' as const), seconds: fc.integer({ min: 1, max: 60 }) }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('die' as const), seconds: fc.constant(0) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('late beat' as const), seconds: fc.constant(0) }) },
  );
  type World = ReturnType<typeof createWorld>;
  function doDeed(
    world: World,
    { kind, seconds }: { kind: 'beats' | 'silent' | 'die' | 'late beat'; seconds: number },
  ) {
    if (kind === 'die') world.die();
    else if (kind === 'late beat') world.roundTrip();
    else world.pass(seconds * second, { beats: kind === 'beats' });
  }
  const deeds = fc.array(deed, { maxLength: 40 });

  it('nobody stands before a dead or silent page for 10 s: it is opened again, or the resting page stands', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const world = createWorld();
        for (const each of list) {
          doDeed(world, each);
          if (each.kind !== 'die') continue;
          world.pass(watchdogLimits.longestRestingPause);
          expect(world.isPageAlive()).toBe(true);
        }
        const { length } = world.shown;
        const wasAlive = world.stage() === 'alive';
        world.pass(watchdogLimits.longHang);
        if (wasAlive) expect(world.shown.length).toBeGreaterThan(length);
      }),
    );
  });

  it('more than three deaths in a minute end at the resting page', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const world = createWorld();
        for (const each of list) doDeed(world, each);
        for (let death = 0; death < 4 && world.stage() !== 'resting'; death += 1) world.die();
        expect(world.stage()).toBe('resting');
        expect(world.last()).toBe('resting');
      }),
    );
  });

  it('the kiosk is tried again, and stays when it is well', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const world = createWorld();
        for (const each of list) doDeed(world, each);
        world.pass(watchdogLimits.longestRest + 90 * second, { beats: true });
        expect(world.stage()).toBe('alive');
        expect(world.last()).toBe('kiosk');
        const { length } = world.shown;
        world.pass(600 * second, { beats: true });
        expect(world.shown).toHaveLength(length);
      }),
    );
  });

  it('a page that cannot live does not keep the machine busy: at most 20 openings a minute', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const world = createWorld();
        for (const each of list) doDeed(world, each);
        for (let step = 0; step < 240; step += 1) {
          world.die();
          world.pass(tickEvery);
        }
        for (const { at } of world.shown) {
          const following = world.shown.filter((other) => other.at >= at && other.at < at + 60 * second);
          expect(following.length).toBeLessThanOrEqual(60);
        }
        expect(world.shown.filter(({ at }) => at > world.now() - 60 * second).length).toBeLessThanOrEqual(20);
      }),
    );
  });
});
