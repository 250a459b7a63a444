import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { printCopies, printDocuments, printerFaults } from '../../domain/print-job.ts';
import type { Answer, Attempt } from './attempt.ts';

/** How one sheet ended. It names no visitor and no code, so it may stay when what the visitor said is purged. */
export interface PrintOutcome {
  /** UUIDv7 of the job. */
  readonly id: string;
  /** ISO 8601 by the kiosk's clock, for people. */
  readonly at: string;
  readonly document: (typeof printDocuments)[number];
  readonly copy: (typeof printCopies)[number];
  /** Id among the kiosk's printers. */
  readonly printer: string;
  readonly state: 'printed' | 'failed' | 'unknown' | 'cancelled';
  /** Why it failed. */
  readonly fault: (typeof printerFaults)[number] | null;
}

/** Stays at this kiosk, outside of the sequence that goes to the hub. */
export interface PrintOutcomes {
  /** A second time changes nothing: a job ends once. */
  keep(outcome: PrintOutcome): Answer<void>;
  /** The newest first. */
  list(page: { limit: number }): Answer<PrintOutcome[]>;
}

const outcomesSchema = z.array(
  z.object({
    id: z.string(),
    at: z.string(),
    document: z.enum(printDocuments),
    copy: z.enum(printCopies),
    printer: z.string(),
    state: z.enum(['printed', 'failed', 'unknown', 'cancelled']),
    fault: z.enum(printerFaults).nullable(),
  }),
);

export function createPrintOutcomes(database: DatabaseSync, attempt: Attempt): PrintOutcomes {
  const insert = database.prepare(
    `insert into print_outcome (id, at, document, copy, printer, state, fault)
     values (:id, :at, :document, :copy, :printer, :state, :fault) on conflict do nothing`,
  );
  const select = database.prepare(
    'select id, at, document, copy, printer, state, fault from print_outcome order by rowid desc limit :limit',
  );
  return {
    keep: (outcome) => attempt(() => void insert.run({ ...outcome })),
    list: (page) => attempt(() => outcomesSchema.parse(select.all({ ...page }))),
  };
}
