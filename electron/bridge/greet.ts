import { z } from 'zod';
import type { Media } from '../../domain/print-job.ts';
import type { SetUpGreeting } from '../set-up/set-up-state.ts';
import { defineVerb } from './verb.ts';

/** What a renderer must know before it shows its first screen. */
export interface Greeting {
  readonly kiosk: {
    readonly id: string;
    /** Id of the floor plan feature where this kiosk stands; null when the event does not say. */
    readonly place: string | null;
  };
  /** What documents are laid out for. */
  readonly media: Media;
  readonly idle: {
    /** Without a touch or a key, until the visitor is asked. */
    readonly warnAfterSeconds: number;
    /** After the warning, until the visit is wiped. */
    readonly wipeAfterSeconds: number;
  };
  readonly shell: ShellName;
  /** The page may look for codes with a camera, where there is one. */
  readonly camera: boolean;
}

export type ShellName = 'electron' | 'chromium';

/**
 * On a machine that is no kiosk yet a set-up's greeting stands in its place (`electron/set-up`).
 * @param onGreet a page begins: whoever was at the one before is not at this one
 */
export function greet(greeting: Greeting, onGreet: () => void) {
  return defineVerb(z.strictObject({}), (): Greeting | SetUpGreeting => {
    onGreet();
    return greeting;
  });
}
