import { bad, green, type Check, type Found } from '../check.ts';
import type { HubAnswer } from '../machine/ask-hub.ts';

export interface HubFacts {
  /** How this kiosk gets its hub. */
  readonly kind: 'none' | 'embedded' | 'enrolled';
  readonly ask: () => Promise<HubAnswer>;
  /** It has the event and can work without the hub. */
  readonly hasEvent: boolean;
}

/** Milliseconds. A cable in the venue answers in 5; staff notice half a second. */
const slow = 500;

/** Whether the hub answers, is the one that this kiosk was enrolled with, and serves. */
export function checkHub({ kind, ask, hasEvent }: HubFacts): Check {
  async function examine(): Promise<Found> {
    if (kind === 'none') return green({ kind });
    // It runs in the kiosk; `network-cut` starts one of its kind and talks to it.
    if (kind === 'embedded') return green({ kind });
    const answer = await ask();
    switch (answer.kind) {
      case 'away':
        return bad(hasEvent ? 'amber' : 'red', 'doctor-hub-away', { kind });
      case 'other-key':
        return bad('red', 'doctor-hub-other-key', { kind });
      case 'there': {
        const { milliseconds, isReady, version } = answer;
        const facts = { kind, milliseconds, isReady, version };
        if (!isReady) return bad('amber', 'doctor-hub-not-ready', facts);
        return milliseconds > slow ? bad('amber', 'doctor-hub-slow', facts) : green(facts);
      }
    }
  }
  return { name: 'hub', limitSeconds: 45, examine: async () => [await examine()] };
}
