import { z } from 'zod';
import { defineVerb } from './verb.ts';

/** Somebody has begun to use the kiosk, so that staff elsewhere see that it is busy. */
export function beginVisit(note: () => void) {
  return defineVerb(z.strictObject({}), () => {
    note();
    return null;
  });
}
