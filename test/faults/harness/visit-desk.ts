import type { Bridge } from '../../../electron/bridge/bridge.ts';
import type { Ledger } from './ledger.ts';
import { contentOf, type WalkIn } from './walk-ins.ts';

export type Told = 'registered' | 'refused' | 'no-answer';

/** A walk-in at a kiosk: into the ledger goes what they enter, and, when the kiosk says so, that they were promised it. */
export async function register(bridge: Bridge, { id, registration }: WalkIn, ledger: Ledger): Promise<Told> {
  ledger.enter(id, contentOf(registration));
  let answer: Awaited<ReturnType<Bridge['register']>>;
  try {
    answer = await bridge.register({ id, replaces: null, registration });
  } catch {
    // The host is gone; it may have kept the record or not.
    return 'no-answer';
  }
  if (!answer.ok) return 'refused';
  ledger.promise(id);
  return 'registered';
}
