import { useCallback, useEffect, useState } from 'react';
import type { Greeting } from '../../electron/bridge/greet.ts';
import type { SetUpGreeting, SetUpState } from '../../electron/set-up/set-up-state.ts';
import type { BridgeClient } from '../bridge.ts';
import { toSetUpClient } from './set-up-client.ts';

/** Somebody waits and looks. */
const askEveryMilliseconds = 300;

export interface GivenCode {
  readonly code: string;
  /** Null: the hub is searched on the network. */
  readonly address: string | null;
}

/**
 * How far the set-up is, told anew while it lasts. Once the host behind the page is a kiosk's, `onReady` gets what it says.
 */
export function useSetUp(bridge: BridgeClient, onReady: (greeting: Greeting) => void) {
  const [state, setState] = useState<SetUpState>({ step: 'waiting' });

  useEffect(() => {
    const client = toSetUpClient(bridge);
    const stop = new AbortController();
    const watch = async () => {
      while (!stop.signal.aborted) {
        const told = await client.setUpState({}).catch(() => null);
        if (told !== null) setState((before) => (isSame(before, told) ? before : told));
        // The set-up is no more when the kiosk has taken its place.
        else if (await greetKiosk()) return;
        await new Promise((resolve) => setTimeout(resolve, askEveryMilliseconds));
      }
    };
    const greetKiosk = async () => {
      const greeting: Greeting | SetUpGreeting | null = await bridge.greet({}).catch(() => null);
      if (stop.signal.aborted || greeting === null || 'setUp' in greeting) return false;
      onReady(greeting);
      return true;
    };
    void watch();
    return () => {
      stop.abort();
    };
  }, [bridge, onReady]);

  const begin = useCallback(
    (given: GivenCode) => {
      setState({ step: 'searching', heard: 0 });
      void toSetUpClient(bridge)
        .enrolKiosk(given)
        .catch(() => undefined);
    },
    [bridge],
  );
  return { state, begin };
}

function isSame(a: SetUpState, b: SetUpState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
