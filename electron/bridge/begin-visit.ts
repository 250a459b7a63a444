import { z } from 'zod';
import type { Result } from '../../domain/result.ts';
import { defineVerb } from './verb.ts';

/**
 * Somebody has begun to use the kiosk, so that staff elsewhere see that it is busy, and a kiosk that closes lets them finish.
 * @param begin `kiosk-closed`: it takes no visitors, which the page had not heard yet
 */
export function beginVisit(begin: () => Result<null, 'kiosk-closed'>) {
  return defineVerb(z.strictObject({}), begin);
}
