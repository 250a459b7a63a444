import type { Logger } from 'pino';
import type { Pulse } from '../bridge/pulse.ts';
import type { PageDeath, PageWindow, ShownPage } from './page-window.ts';
import type { PulseDesk } from './pulse-desk.ts';
import { isWell, startWatching, tickEvery, watch, type WatchdogEvent, type WatchdogState } from './watchdog-rules.ts';

export interface WatchdogParts {
  readonly window: PageWindow;
  readonly pulses: PulseDesk;
  /** Milliseconds that only go forward. */
  readonly clock: () => number;
  readonly logger: Logger;
  /** Hears of each other stage. */
  readonly onStage?: (stage: WatchdogState['stage']['kind']) => void;
}

export interface Watchdog {
  /** `starting` until the kiosk's page has completed its first round trip. */
  read(): WatchdogState['stage']['kind'];
  /** The screen is as it should be, or on its way there. */
  isWell(): boolean;
  /** Opens the page anew, as after a death, but without counting one. For a page that has grown too large. */
  reopen(): void;
  /** What the page that is shown last told of itself; null before. */
  lastPulse(): Pulse | null;
  close(): void;
}

/** Opens the kiosk's page and keeps it alive by the rules. What happens to the page reaches neither journal nor uplink. */
export function startWatchdog({ window, pulses, clock, logger, onStage }: WatchdogParts): Watchdog {
  let last: Pulse | null = null;
  let state = startWatching(clock());
  const show = (page: ShownPage) => {
    last = null;
    pulses.expectNewPage();
    window.open(page);
  };
  const take = (kind: WatchdogEvent['kind'], death?: PageDeath) => {
    const before = state.stage.kind;
    const step = watch(state, { kind, at: clock() });
    ({ state } = step);
    if (state.stage.kind !== before) onStage?.(state.stage.kind);
    if (step.show === null) {
      if (before === 'starting' && step.state.stage.kind === 'alive') logger.info('the page is up');
      return;
    }
    const { rests } = state;
    const why = death ?? (kind === 'tick' && before === 'alive' ? 'hung' : before);
    logger.warn({ why, rests, shown: step.show }, 'the page is opened again');
    show(step.show);
  };
  window.onDeath((death) => {
    take('death', death);
  });
  pulses.onRoundTrip((pulse) => {
    last = pulse;
    take('round-trip');
  });
  const timer = setInterval(() => {
    take('tick');
  }, tickEvery);
  show('kiosk');
  return {
    read: () => state.stage.kind,
    isWell: () => isWell(state),
    reopen() {
      if (state.stage.kind === 'resting') return;
      state = { ...state, stage: { kind: 'starting', since: clock() } };
      show('kiosk');
    },
    lastPulse: () => last,
    close() {
      clearInterval(timer);
    },
  };
}
