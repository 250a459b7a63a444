import { z } from 'zod';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import { defineVerb } from './verb.ts';

/** The most records of one answer: about 600 kB. */
const pageSize = 500;

/** This kiosk's own records of this event in order of sequence, to rebuild the sealed mirror page by page. */
export function pullRecords(list: (page: { afterSequence: number; limit: number }) => SealedRecord[]) {
  const input = z.strictObject({ afterSequence: z.int().min(0) });
  return defineVerb(input, ({ afterSequence }) => list({ afterSequence, limit: pageSize }));
}
