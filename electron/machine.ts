import { randomBytes } from 'node:crypto';

/** What differs from one moment to the next. */
export interface Machine {
  /** Milliseconds that only go forward, for durations. */
  readonly clock: () => number;
  /** ISO 8601 by the machine's own clock, for people; nothing is decided by it. */
  readonly now: () => string;
  /** That many random bytes, fit for secrets. */
  readonly random: (size: number) => Uint8Array;
}

export const thisMachine: Machine = {
  clock: () => performance.now(),
  now: () => new Date().toISOString(),
  random: (size) => randomBytes(size),
};
