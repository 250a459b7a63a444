import type { GivenValue } from './option-values.ts';

/** An option's value with the words that say where it stood, for messages. */
export interface GivenOption extends GivenValue {
  readonly origin: string;
}

/** By the option's name. */
export type GivenOptions = Map<string, GivenOption>;
