import type { Logger } from 'pino';
import { hubReadySchema, type HubReady } from '../../domain/protocol/hub-ready.ts';
import { pauseBeforeRetry } from '../../domain/sync/backoff.ts';
import { createWake } from '../uplink/wake.ts';
import type { StartHub } from './hub-process.ts';

export interface KeepHubParts {
  readonly start: StartHub;
  readonly flags: readonly string[];
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Milliseconds that only go forward. */
  readonly clock: () => number;
  readonly logger: Logger;
  readonly onReady: (ready: HubReady) => void;
}

export interface KeptHub {
  /** Asks it to end, and makes it after five seconds. */
  close(): Promise<void>;
}

/** A hub that ran this long was well, so its end is no failure in a row. Milliseconds. */
const wellAfter = 60_000;
const longestGoodbye = 5000;

/** Runs the kiosk's own hub, and runs it again when it dies: the kiosk goes on without it meanwhile. */
export function keepHub({ start, flags, random, clock, logger, onReady }: KeepHubParts): KeptHub {
  const stop = new AbortController();
  const isStopped = () => stop.signal.aborted;

  async function run(): Promise<void> {
    for (let failures = 1; !isStopped(); failures += 1) {
      const begin = clock();
      const hub = start(flags);
      hub.onLine((line) => {
        const ready = readReady(line);
        if (ready !== null) onReady(ready);
      });
      const end = () => {
        hub.stop();
        const force = setTimeout(() => {
          hub.kill();
        }, longestGoodbye);
        void hub.ended.then(() => {
          clearTimeout(force);
        });
      };
      stop.signal.addEventListener('abort', end);
      const ended = await hub.ended;
      stop.signal.removeEventListener('abort', end);
      if (isStopped()) return;
      if (clock() - begin > wellAfter) failures = 1;
      const pause = pauseBeforeRetry({ failures, random: random() });
      logger.warn({ ended, pause }, 'the hub in this kiosk ended and is started again');
      await createWake().wait(pause, stop.signal);
    }
  }

  const ended = run();
  return {
    async close() {
      stop.abort();
      await ended;
    },
  };
}

function readReady(line: string): HubReady | null {
  try {
    return hubReadySchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
