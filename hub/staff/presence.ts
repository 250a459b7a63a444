/** Milliseconds. */
const awayAfter = 45_000;

/**
 * Which kiosks report to this very process. An order can reach no other: it is in the memory of the process that was asked, and is never
 * written down.
 */
export interface Presence {
  heard(kiosk: string): void;
  isHere(kiosk: string): boolean;
}

/** @param elapsed milliseconds by a clock that only goes forward */
export function createPresence({ elapsed }: { elapsed: () => number }): Presence {
  const heard = new Map<string, number>();
  return {
    heard(kiosk) {
      heard.set(kiosk, elapsed());
    },
    isHere(kiosk) {
      const at = heard.get(kiosk);
      return at !== undefined && elapsed() - at < awayAfter;
    },
  };
}
