import { z } from 'zod';
import { slugSchema } from '../../domain/event.ts';
import { printDocuments, type PrintDocument } from '../../domain/print-job.ts';
import type { ChosenPrinter } from '../printing/desk/desk.ts';
import { defineVerb } from './verb.ts';

/**
 * Where a document would go now, by what the host knows already; null when this kiosk has no printer for it. `tried`: printers that took nothing
 * of the sheet, so another one, or null when none is left.
 */
export function choosePrinter(choose: (document: PrintDocument, tried: readonly string[]) => ChosenPrinter | null) {
  const input = z.strictObject({
    document: z.enum(printDocuments),
    tried: z.array(slugSchema).max(20).default([]),
  });
  return defineVerb(input, ({ document, tried }) => choose(document, tried));
}
