import { bad, green, redWhereInstalled, type Check, type Found, type Place } from '../check.ts';
import type { InputDevice } from '../machine/input-devices.ts';
import type { PageFindings } from '../page/page-findings.ts';

export interface TouchFacts {
  readonly place: Place;
  /** Null where the system does not tell (not Linux). */
  readonly devices: readonly InputDevice[] | null;
  /** What the real browser says on its screen; null when it could not be opened. */
  readonly page: () => Promise<Pick<PageFindings, 'touchPoints' | 'hasDisplay'> | null>;
}

/** Whether a finger on the screen reaches the page. */
export function checkTouch({ place, devices, page }: TouchFacts): Check {
  async function examine(): Promise<Found> {
    const seen = await page();
    const screens = devices?.filter(({ isTouchscreen }) => isTouchscreen) ?? [];
    const touchPoints = seen?.touchPoints ?? null;
    const facts = { touchPoints, touchscreens: screens.length, device: screens[0]?.name ?? null };
    if (touchPoints !== null && touchPoints > 0) return green(facts);
    if (screens.length === 0 && devices !== null) return bad(redWhereInstalled(place), 'doctor-no-touch', facts);
    // A browser without a screen sees no fingers; the device alone is half of a proof.
    if (seen?.hasDisplay !== true) return bad('amber', 'doctor-touch-unseen', facts);
    return bad(redWhereInstalled(place), 'doctor-touch-not-taken', facts);
  }
  return { name: 'touch', limitSeconds: 60, examine: async () => [await examine()] };
}
