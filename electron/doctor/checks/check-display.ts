import { bad, green, redWhereInstalled, type Check, type Found, type Place } from '../check.ts';
import type { OpenFailure, PageFindings } from '../page/page-findings.ts';
import type { Result } from '../../../domain/result.ts';

export interface DisplayFacts {
  readonly place: Place;
  /** Screens that the graphics card has found, of Linux; null where the system does not tell. */
  readonly connected: number | null;
  readonly page: () => Promise<Result<PageFindings, OpenFailure>>;
}

/** CSS pixels. Smaller ones cut the screens off at the largest text. */
const least = { short: 540, long: 900 } as const;
/** Below it a finger sees that things lag; a screen has 60. */
const leastFrames = 20;

/** Whether there is a screen and the real browser paints on it. */
export function checkDisplay({ place, connected, page }: DisplayFacts): Check {
  async function examine(): Promise<Found> {
    const opened = await page();
    if (!opened.ok) return bad('red', openFailures[opened.reason], { connected });
    const { hasDisplay, screen, framesPerSecond, gpu } = opened.value;
    const facts = {
      width: screen.width,
      height: screen.height,
      pixelRatio: screen.pixelRatio,
      isPortrait: screen.height > screen.width,
      framesPerSecond,
      gpu,
      isSoftware: isSoftware(gpu),
      connected,
    };
    if (!hasDisplay) {
      // A screen is plugged in and this shell has no way to it: that is said, and no screen is.
      if ((connected ?? 0) > 0) return bad('amber', 'doctor-display-elsewhere', { connected });
      return bad(redWhereInstalled(place), 'doctor-no-display', { connected });
    }
    const [short, long] = [Math.min(screen.width, screen.height), Math.max(screen.width, screen.height)];
    if (short < least.short || long < least.long) return bad('amber', 'doctor-screen-small', facts);
    if (framesPerSecond < leastFrames) return bad('amber', 'doctor-drawing-slow', facts);
    return green(facts);
  }
  return { name: 'display', limitSeconds: 60, examine: async () => [await examine()] };
}

const openFailures = {
  'no-browser': 'doctor-no-browser',
  'not-built': 'doctor-screens-missing',
  'not-shown': 'doctor-page-not-shown',
} as const satisfies Record<OpenFailure, string>;

/** Names that drivers give themselves when a processor draws in place of a graphics card. */
function isSoftware(gpu: string | null): boolean {
  return gpu === null || /swiftshader|llvmpipe|softpipe|software|basic render/i.test(gpu);
}
