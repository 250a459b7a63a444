import type { SearchRefusal } from './enrol-with-any.ts';

/**
 * Why a kiosk is not set up yet. `not-an-address`: what was typed as the hub's address is none; `not-kept`: the data folder takes no writes;
 * `no-event`: enrolled, but the hub has not sent the event yet, which is asked for again and again.
 */
export type SetUpProblem = SearchRefusal | 'not-an-address' | 'not-kept' | 'no-event';

/** How far the set-up of this kiosk is. */
export type SetUpState =
  | { readonly step: 'waiting' }
  /** `heard`: hubs that have announced themselves. */
  | { readonly step: 'searching'; readonly heard: number }
  | { readonly step: 'asking'; readonly address: string }
  | {
      readonly step: 'enrolled';
      readonly kiosk: string;
      readonly position: string | null;
      /** Whole minutes that this machine's clock is ahead of the hub's; null when the hub did not say its time. */
      readonly clockAheadMinutes: number | null;
    }
  | { readonly step: 'failed'; readonly problem: SetUpProblem; readonly address: string | null };

/** In place of a kiosk's greeting: nobody can register here before somebody has typed the code. */
export interface SetUpGreeting {
  readonly setUp: {
    /** The page may read the code with a camera, where there is one. */
    readonly camera: boolean;
  };
}
