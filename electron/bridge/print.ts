import { z } from 'zod';
import { slugSchema } from '../../domain/event.ts';
import { printCopies, printDocuments, type JobOutcome, type Media } from '../../domain/print-job.ts';
import type { PrintRequest } from '../printing/desk/desk.ts';
import { tintsSchema } from '../../domain/raster.ts';
import { rasterInput } from './raster-input.ts';
import { defineVerb } from './verb.ts';

interface PrintParts {
  /** Null for a printer that this kiosk has not. */
  readonly mediaOf: (printer: string) => Media | null;
  readonly run: (request: PrintRequest) => Promise<JobOutcome>;
}

/** Refuses a raster that was not made for what the printer holds. */
export function print({ mediaOf, run }: PrintParts) {
  const input = z
    .strictObject({
      /** UUIDv7 of the job. */
      id: z.uuidv7(),
      document: z.enum(printDocuments),
      /** A reprint carries the word on its picture. */
      copy: z.enum(printCopies),
      printer: slugSchema,
      raster: z.strictObject({ width: z.int(), height: z.int(), bits: z.string(), tints: tintsSchema.optional() }),
    })
    .transform((request, context): PrintRequest => {
      const media = mediaOf(request.printer);
      if (media === null) {
        context.addIssue({ code: 'custom', path: ['printer'], message: 'this kiosk has no such printer' });
        return z.NEVER;
      }
      const raster = rasterInput(media).safeParse(request.raster);
      if (raster.success) return { ...request, raster: raster.data };
      for (const { path, message } of raster.error.issues)
        context.addIssue({ code: 'custom', path: ['raster', ...path], message });
      return z.NEVER;
    });
  return defineVerb(input, run);
}
