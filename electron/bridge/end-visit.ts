import { z } from 'zod';
import { defineVerb } from './verb.ts';

/** The visitor has left or timed out: what the host still holds of the visit goes. */
export function endVisit(forget: () => void) {
  return defineVerb(z.strictObject({}), () => {
    forget();
    return null;
  });
}
