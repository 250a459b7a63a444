import { z } from 'zod';
import { bad, green, redWhereInstalled, type Check, type Found, type Place } from '../check.ts';
import type { PageFindings } from '../page/page-findings.ts';

/** What `lock-down check --json` prints. */
export const lockDownSchema = z.array(
  z.object({
    step: z.string().max(80),
    state: z.enum(['done', 'undone', 'unknown']),
    detail: z.string().default(''),
  }),
);

export interface LockDownFacts {
  readonly place: Place;
  /** Its output; null when there is none here, or it failed. */
  readonly runCheck: () => Promise<string | null>;
  /** The kiosk's user can do everything. */
  readonly isRoot: boolean;
  /** Null when the browser could not be opened. */
  readonly page: () => Promise<Pick<PageFindings, 'hasSandbox'> | null>;
}

/** Whether the operating system keeps visitors in the kiosk: the steps that the installer made are asked one by one. */
export function checkLockDown({ place, runCheck, isRoot, page }: LockDownFacts): Check {
  async function examine(): Promise<Found> {
    const steps = parse(await runCheck());
    const hasSandbox = (await page())?.hasSandbox ?? null;
    const of = (state: 'done' | 'undone' | 'unknown') => steps?.filter((step) => step.state === state) ?? [];
    const list = (names: { step: string }[]) => names.map(({ step }) => step).join(' ') || null;
    const facts = {
      isRoot,
      hasSandbox,
      done: of('done').length,
      undone: list(of('undone')),
      unknown: list(of('unknown')),
    };
    if (place === 'checkout') return bad('skipped', 'doctor-lock-not-here', facts);
    if (isRoot) return bad('red', 'doctor-as-root', facts);
    if (hasSandbox === false) return bad('red', 'doctor-no-sandbox', facts);
    if (steps === null) return bad('red', 'doctor-lock-unread', facts);
    if (of('undone').length > 0 || steps.length === 0) return bad(redWhereInstalled(place), 'doctor-not-locked', facts);
    return of('unknown').length > 0 ? bad('amber', 'doctor-lock-unsure', facts) : green(facts);
  }
  return { name: 'lock-down', limitSeconds: 90, examine: async () => [await examine()] };
}

function parse(output: string | null): z.infer<typeof lockDownSchema> | null {
  if (output === null) return null;
  try {
    return lockDownSchema.parse(JSON.parse(output));
  } catch {
    return null;
  }
}
