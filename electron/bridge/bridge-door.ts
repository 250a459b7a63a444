import { err, type Result } from '../../domain/result.ts';
import { callBridge, type Verbs } from './bridge.ts';

/** What a shell does with a message of its page. Rejects for a bug. */
export type PageCall = (verb: string, input: unknown) => Promise<Result<unknown, 'unknown-verb' | 'bad-input'>>;

/** Stays while what answers behind it changes: first the set-up of a kiosk that has no name yet, then the kiosk. */
export interface BridgeDoor {
  readonly call: PageCall;
  /** From now on calls go there; one that is under way ends where it began. */
  answerWith(verbs: Verbs): void;
}

export function createBridgeDoor(): BridgeDoor {
  let current: Verbs | null = null;
  return {
    call: (verb, input) => (current === null ? Promise.resolve(err('unknown-verb')) : callBridge(current, verb, input)),
    answerWith(verbs) {
      current = verbs;
    },
  };
}
