import type { Pulse } from '../bridge/pulse.ts';

/** Milliseconds between two beats. */
const usualPause = 1000;

/** Takes the beats of the page, whichever page that is. */
export interface PulseDesk {
  /** Resolves to the number that the page is to send back. */
  beat(pulse: Pulse): Promise<number>;
  /** Numbers given so far prove nothing any more: another page is on its way. */
  expectNewPage(): void;
  /** Hears of each round trip that was completed. */
  onRoundTrip(listener: (pulse: Pulse) => void): void;
  /** Answers all who wait. */
  close(): void;
}

/** @param pause milliseconds; the host ends no beat earlier, except the first of a page */
export function createPulseDesk(pause = usualPause): PulseDesk {
  let given = 0;
  let oldest = 1;
  let isClosed = false;
  const waiting = new Set<() => void>();
  const listeners: ((pulse: Pulse) => void)[] = [];
  const wait = () =>
    new Promise<void>((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        waiting.delete(finish);
        resolve();
      };
      const timer = setTimeout(finish, pause);
      waiting.add(finish);
    });
  return {
    async beat(pulse) {
      const isRoundTrip = pulse.answers !== null && pulse.answers === given && pulse.answers >= oldest;
      if (isRoundTrip) {
        for (const listener of listeners) listener(pulse);
      }
      // The first round trip is not held back: the sooner a page is known to be well, the better.
      if (pulse.answers !== null && !isClosed) await wait();
      given += 1;
      return given;
    },
    expectNewPage() {
      oldest = given + 1;
    },
    onRoundTrip(listener) {
      listeners.push(listener);
    },
    close() {
      isClosed = true;
      for (const finish of [...waiting]) finish();
    },
  };
}
