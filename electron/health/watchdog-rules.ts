import type { ShownPage } from './page-window.ts';

/** Milliseconds, but for `deaths`. */
export interface WatchdogLimits {
  /** Without a round trip, until a page that was well counts as hung. A page comes up in 2 to 4 s: together below 10 s. */
  readonly hang: number;
  /** The same for a page that is not settled yet, and after a death in the last minute: a machine that is slow is not made slower. */
  readonly longHang: number;
  /** After the first round trip, until the page has done what it does once. */
  readonly settled: number;
  /** For a page to come up: Chromium and the screens, on a machine that has just been switched on. */
  readonly start: number;
  /** More deaths than this within `within`, or in a row without a round trip, and the kiosk rests. */
  readonly deaths: number;
  readonly within: number;
  /** The first rest, and the longest; each further one takes twice as long. */
  readonly firstRest: number;
  readonly longestRest: number;
  /** A page that lasts this long after a rest is well again. */
  readonly wellAfter: number;
  /** Until a resting page that died is shown again, twice as long each time, and the longest. */
  readonly restingPause: number;
  readonly longestRestingPause: number;
}

export const watchdogLimits: WatchdogLimits = {
  hang: 5000,
  longHang: 7000,
  settled: 10_000,
  start: 30_000,
  deaths: 3,
  within: 60_000,
  firstRest: 30_000,
  longestRest: 300_000,
  wellAfter: 60_000,
  restingPause: 1000,
  longestRestingPause: 5000,
};

/** How often the rules are asked. Milliseconds. */
export const tickEvery = 500;

type Stage =
  /** Opened, and no round trip yet. */
  | { readonly kind: 'starting'; readonly since: number }
  | { readonly kind: 'alive'; readonly since: number; readonly lastRoundTrip: number }
  /** `reopenAt`: the resting page died, too. */
  | { readonly kind: 'resting'; readonly until: number; readonly reopenAt: number | null; readonly deaths: number };

/** Times are of a clock that only goes forward. */
export interface WatchdogState {
  readonly stage: Stage;
  /** Of the kiosk's page, within the last minute. */
  readonly deaths: readonly number[];
  /** In a row, without a round trip in between. */
  readonly failedStarts: number;
  /** In a row, without a page that was well in between. */
  readonly rests: number;
  readonly lastTick: number;
}

export interface WatchdogEvent {
  readonly kind: 'round-trip' | 'death' | 'tick';
  readonly at: number;
}

/** `show`: the page to open now; null when there is nothing to do. */
export interface WatchdogStep {
  readonly state: WatchdogState;
  readonly show: ShownPage | null;
}

/** @param at when the kiosk's page was opened */
export function startWatching(at: number): WatchdogState {
  return { stage: { kind: 'starting', since: at }, deaths: [], failedStarts: 0, rests: 0, lastTick: at };
}

/** What follows from an event. Pure: the same state and event give the same answer. */
export function watch(state: WatchdogState, event: WatchdogEvent, limits = watchdogLimits): WatchdogStep {
  switch (event.kind) {
    case 'round-trip':
      return { state: noteRoundTrip(state, event.at), show: null };
    case 'death':
      return noteDeath(state, event.at, limits);
    case 'tick':
      return noteTick(state, event.at, limits);
  }
}

function noteRoundTrip(state: WatchdogState, at: number): WatchdogState {
  switch (state.stage.kind) {
    case 'starting':
      return { ...state, stage: { kind: 'alive', since: at, lastRoundTrip: at }, failedStarts: 0 };
    case 'alive':
      return { ...state, stage: { ...state.stage, lastRoundTrip: at } };
    case 'resting':
      // A beat of the page that was ended for the rest.
      return state;
  }
}

function noteDeath(state: WatchdogState, at: number, limits: WatchdogLimits): WatchdogStep {
  const { stage } = state;
  if (stage.kind === 'resting') {
    const pause = Math.min(limits.restingPause * 2 ** stage.deaths, limits.longestRestingPause);
    const reopenAt = stage.reopenAt ?? at + pause;
    return { state: { ...state, stage: { ...stage, reopenAt, deaths: stage.deaths + 1 } }, show: null };
  }
  const deaths = [...state.deaths.filter((death) => death > at - limits.within), at];
  const failedStarts = stage.kind === 'starting' ? state.failedStarts + 1 : 0;
  const died = { ...state, deaths, failedStarts };
  // After a rest one death is enough: visitors are not shown the same failure four times again.
  const mustRest = deaths.length > limits.deaths || failedStarts > limits.deaths || state.rests > 0;
  if (!mustRest) return { state: { ...died, stage: { kind: 'starting', since: at } }, show: 'kiosk' };
  const rest = Math.min(limits.firstRest * 2 ** state.rests, limits.longestRest);
  const resting: Stage = { kind: 'resting', until: at + rest, reopenAt: null, deaths: 0 };
  return { state: { ...died, stage: resting, rests: state.rests + 1 }, show: 'resting' };
}

function noteTick(before: WatchdogState, at: number, limits: WatchdogLimits): WatchdogStep {
  const state = { ...forgiveStall(before, at), lastTick: at };
  const { stage } = state;
  switch (stage.kind) {
    case 'starting':
      return at - stage.since >= limits.start ? noteDeath(state, at, limits) : { state, show: null };
    case 'alive':
      if (at - stage.lastRoundTrip >= hangLimit(state, at, limits)) return noteDeath(state, at, limits);
      return { state: at - stage.since >= limits.wellAfter ? { ...state, rests: 0, deaths: [] } : state, show: null };
    case 'resting':
      if (at >= stage.until) {
        return {
          state: { ...state, stage: { kind: 'starting', since: at }, deaths: [], failedStarts: 0 },
          show: 'kiosk',
        };
      }
      if (stage.reopenAt === null || at < stage.reopenAt) return { state, show: null };
      return { state: { ...state, stage: { ...stage, reopenAt: null } }, show: 'resting' };
  }
}

function hangLimit({ stage, deaths }: WatchdogState, at: number, limits: WatchdogLimits): number {
  const isYoung = stage.kind === 'alive' && stage.lastRoundTrip - stage.since < limits.settled;
  const hasDied = deaths.some((death) => death > at - limits.within);
  return isYoung || hasDied ? limits.longHang : limits.hang;
}

/** A host that was held up itself, or a machine that slept, could not hear the page: that time is not held against it. */
function forgiveStall(state: WatchdogState, at: number): WatchdogState {
  const stall = at - state.lastTick - tickEvery;
  const { stage } = state;
  if (stall < tickEvery || stage.kind === 'resting') return state;
  if (stage.kind === 'starting') return { ...state, stage: { ...stage, since: Math.min(stage.since + stall, at) } };
  return { ...state, stage: { ...stage, lastRoundTrip: Math.min(stage.lastRoundTrip + stall, at) } };
}

/** Something stands on the screen, or is on its way to it as it should be. */
export function isWell({ stage, failedStarts }: WatchdogState): boolean {
  switch (stage.kind) {
    case 'starting':
      return failedStarts <= watchdogLimits.deaths;
    case 'alive':
      return true;
    case 'resting':
      // A resting page that does not stay up either is nothing that this process can mend.
      return stage.deaths < 5;
  }
}
