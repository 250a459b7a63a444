import { z } from 'zod';
import type { KioskRecord } from '../../domain/kiosk-record.ts';
import { defineVerb } from './verb.ts';

/** The most records of one answer: about 600 kB. */
const pageSize = 500;

/**
 * This kiosk's own records of this event, of every kind, in order of sequence, to rebuild the sealed mirror page by page. A receipt of a
 * purge among them tells the page what it must not keep, either.
 */
export function pullRecords(list: (page: { afterSequence: number; limit: number }) => KioskRecord[]) {
  const input = z.strictObject({ afterSequence: z.int().min(0) });
  return defineVerb(input, ({ afterSequence }) => list({ afterSequence, limit: pageSize }));
}
