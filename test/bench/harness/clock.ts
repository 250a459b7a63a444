/**
 * Milliseconds since 1970 at which this process's `performance.now()` was 0, good to about a tenth of one, found by waiting for
 * `Date.now()` to tick. `performance.timeOrigin` would do if nobody ever set the clock after the start. It stands alone, because a page
 * is given its text to run: a moment in a page and one here are compared through the one clock of the machine.
 */
export function findClockOrigin(): number {
  const first = Date.now();
  let tick = first;
  let at = 0;
  while (tick === first) {
    at = performance.now();
    tick = Date.now();
  }
  return tick - at;
}

/** Now, on the clock that all processes of this machine share, with fractions of a millisecond. */
export function readClock(): number {
  return findClockOrigin() + performance.now();
}
