import { z } from 'zod';
import { defineVerb } from '../bridge/verb.ts';
import type { SetUpGreeting, SetUpState } from './set-up-state.ts';

export interface SetUpBridgeParts {
  readonly greeting: SetUpGreeting;
  readonly read: () => SetUpState;
  readonly begin: (given: { code: string; address: string | null }) => void;
}

/** All that a page can ask of a kiosk that is not set up. A verb's name is written here and nowhere else. */
export function createSetUpBridge({ greeting, read, begin }: SetUpBridgeParts) {
  return {
    greet: defineVerb(z.strictObject({}), () => greeting),
    setUpState: defineVerb(z.strictObject({}), read),
    /** Begins and answers at once; `setUpState` tells how it goes. Without an address the hub is searched on the network. */
    enrolKiosk: defineVerb(
      z.strictObject({ code: z.string().max(100), address: z.string().max(200).nullable() }),
      (given) => {
        begin(given);
        return null;
      },
    ),
  };
}

export type SetUpVerbs = ReturnType<typeof createSetUpBridge>;
