import { z } from 'zod';
import { defineVerb } from './verb.ts';

/**
 * Answers when the catalogue or the seats are newer than what the page has seen, and after some seconds in any case: a question that
 * waits, because both shells carry questions only.
 * @param wait resolves to the number to ask with the next time; it goes up with every change and begins anew with the host
 */
export function awaitNews(wait: (seen: number) => Promise<number>) {
  return defineVerb(z.strictObject({ seen: z.int().min(0) }), async ({ seen }) => ({ seen: await wait(seen) }));
}
