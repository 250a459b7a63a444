import { setTimeout as sleep } from 'node:timers/promises';
import type { Result } from '../../domain/result.ts';
import { pauseBeforeRetry } from '../../domain/sync/backoff.ts';
import type { HubFailure } from './hub-client.ts';
import type { Wake } from './wake.ts';

export interface Loop {
  readonly work: (signal: AbortSignal) => Promise<Result<void, HubFailure>>;
  readonly wake: Wake;
  /** Milliseconds until the work is done again when nothing wakes it, asked for each time. */
  readonly idle: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** Does the work again and again until the signal ends it; after a failure with full jitter. A bell does not shorten that pause. */
export async function keepDoing({ work, wake, idle, random, signal }: Loop): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const done = await work(signal);
    if (done.ok) {
      failures = 0;
      await wake.wait(idle(), signal);
    } else {
      failures += 1;
      const pause = pauseBeforeRetry({ failures, random: random(), retryAfter: done.reason.retryAfter });
      await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}
