import { z } from 'zod';
import { printDocuments, type PrintDocument } from '../../domain/print-job.ts';
import type { ChosenPrinter } from '../printing/desk/desk.ts';
import { defineVerb } from './verb.ts';

/** Where a document would go now, by what the host knows already; null when this kiosk has no printer for it. */
export function choosePrinter(choose: (document: PrintDocument) => ChosenPrinter | null) {
  return defineVerb(z.strictObject({ document: z.enum(printDocuments) }), ({ document }) => choose(document));
}
