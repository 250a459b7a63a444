import { z } from 'zod';
import { defineVerb } from './verb.ts';

/** What a page tells of itself with each beat. */
export const pulseSchema = z.strictObject({
  /** The number that the host gave last, sent back from a frame that the page painted; null from a page that has none yet. */
  answers: z.int().min(0).nullable(),
  /** Nobody sees the page, so it paints no frames; its main thread answers all the same. */
  isHidden: z.boolean(),
  /** The longest frame since the last beat, in milliseconds, of those above 50 (Long Animation Frames API); 0 when there was none. */
  worstFrame: z.number().min(0),
  /** It had the whole screen once and has less now: something of the browser's lies over it. */
  isCovered: z.boolean(),
  /** Megabytes that scripts hold; null where the browser does not say. */
  heap: z.number().min(0).nullable(),
});
export type Pulse = z.output<typeof pulseSchema>;

/**
 * The round trip that proves a page alive: a number goes to the page, through its main thread and a painted frame, and back. The host
 * holds the answer back for about a second, so that no timer of the page, which browsers slow down, sets the beat.
 * @param beat resolves to the number to send back with the next call
 */
export function pulse(beat: (pulse: Pulse) => Promise<number>) {
  return defineVerb(pulseSchema, async (given) => ({ number: await beat(given) }));
}
