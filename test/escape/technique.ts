import type { Random } from '../faults/harness/random.ts';
import type { BrowserTargets } from './browser-targets.ts';
import type { Hand } from './hand.ts';
import type { InspectedPage } from './inspect-page.ts';

export interface Tools {
  readonly hand: Hand;
  readonly targets: BrowserTargets;
  readonly random: Random;
  readonly monkeySeconds: number;
  /** From attract to a field with the on-screen keyboard. */
  readonly openField: () => Promise<void>;
  /** Only in a session that is inspected. */
  readonly page: () => Promise<InspectedPage>;
}

export interface Technique {
  readonly name: string;
  readonly about: string;
  /** It makes a process die, so windows and processes may be others afterwards. */
  readonly kills?: boolean;
  /** It needs a way into the page, which the managed policies close: it is tried with that one policy left out. */
  readonly inspects?: boolean;
  /** Part of the short form. */
  readonly short?: boolean;
  /** Does it. What it returns in words is an exit that only it can see. */
  readonly attempt: (tools: Tools) => Promise<string | null>;
}
