import { z } from 'zod';
import { printDocuments, type JobOutcome, type Media, type PrintDocument } from '../../domain/print-job.ts';
import type { Raster } from '../../domain/raster.ts';
import { rasterInput } from './raster-input.ts';
import { defineVerb } from './verb.ts';

export interface PrintRequest {
  /** UUIDv7 of the job. */
  readonly id: string;
  readonly document: PrintDocument;
  /** A reprint carries the word on its picture. */
  readonly copy: 'first' | 'reprint';
  readonly raster: Raster;
}

export function print({ media, run }: { media: Media; run: (request: PrintRequest) => Promise<JobOutcome> }) {
  const input = z.strictObject({
    id: z.uuidv7(),
    document: z.enum(printDocuments),
    copy: z.enum(['first', 'reprint']),
    raster: rasterInput(media),
  });
  return defineVerb(input, run);
}
