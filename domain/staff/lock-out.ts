import { assert } from '../assert.ts';

/** Wrong PINs in a row before one has to wait, and before only a supervisor or a staff badge opens it again. */
export const lockOut = { freeTries: 5, lockedAt: 15, firstWaitSeconds: 15 } as const;

/**
 * How long after the last wrong PIN the next may be tried: nothing for the first four, 15 s after the fifth, twice as long after each further
 * one. The wait is counted by a clock that only goes forward and begins anew after a restart, so that neither helps.
 * @param wrong PINs in a row, 0 and up
 * @returns seconds, or `locked`
 */
export function waitAfter(wrong: number): number | 'locked' {
  assert(Number.isInteger(wrong) && wrong >= 0, 'wrong PINs are counted');
  if (wrong >= lockOut.lockedAt) return 'locked';
  return wrong < lockOut.freeTries ? 0 : lockOut.firstWaitSeconds * 2 ** (wrong - lockOut.freeTries);
}
