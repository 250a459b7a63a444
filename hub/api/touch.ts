import type { Store } from '../store/store.ts';

/** A kiosk's sign of life is written so often at most; milliseconds. */
const touchEvery = 10_000;

/** Notes that kiosks were heard, without asking the database at each request. */
export function createTouch({ store, now }: { store: Store; now: () => number }): (kiosk: string) => void {
  const touched = new Map<string, number>();
  return (kiosk) => {
    const last = touched.get(kiosk);
    if (last !== undefined && Math.abs(now() - last) < touchEvery) return;
    touched.set(kiosk, now());
    void store.kiosks.touch(kiosk);
  };
}
