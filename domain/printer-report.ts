import { z } from 'zod';
import { slugSchema } from './event.ts';
import { localisedSchema } from './localised.ts';
import { mediaSchema, printCopies, printDocuments, printerFaults } from './print-job.ts';
import { dialects } from './printer-profile.ts';

/** One sheet, without a word of what stands on it. */
export const jobReportSchema = z.strictObject({
  /** UUIDv7. */
  id: z.uuidv7(),
  document: z.enum(printDocuments),
  copy: z.enum(printCopies),
  state: z.enum(['waiting', 'printing', 'printed', 'failed', 'unknown', 'cancelled']),
  /** Why it failed. */
  fault: z.enum(printerFaults).nullable(),
  /** ISO 8601 by the kiosk's clock, for people. */
  at: z.iso.datetime(),
});
export type JobReport = z.infer<typeof jobReportSchema>;

/** How a printer stands, for the kiosk's own pages and for the hub's. */
export const printerReportSchema = z.strictObject({
  id: slugSchema,
  name: localisedSchema.nullable(),
  collectAt: localisedSchema.nullable(),
  /** As the configuration has it. */
  address: z.string(),
  model: z.string(),
  dialect: z.enum(dialects),
  documents: z.array(z.enum(printDocuments)),
  media: mediaSchema,
  isShared: z.boolean(),
  /** By staff: it takes no new sheet. */
  isPaused: z.boolean(),
  /** Its documents go to this printer of the same kiosk. */
  movedTo: slugSchema.nullable(),
  faults: z.array(z.enum(printerFaults)),
  paperLow: z.boolean(),
  /** By the sheets that came out since the last change of paper that the kiosk saw; null where the profile does not know the roll. */
  paper: z.strictObject({
    usedMillimetres: z.number().min(0),
    leftMillimetres: z.number().min(0).nullable(),
    sheetsLeft: z.int().min(0).nullable(),
  }),
  waiting: z.int().min(0),
  /** The newest first, some dozens. */
  jobs: z.array(jobReportSchema).max(50),
});
export type PrinterReport = z.infer<typeof printerReportSchema>;
