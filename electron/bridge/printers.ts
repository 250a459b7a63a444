import { z } from 'zod';
import type { PrinterReport } from '../../domain/printer-report.ts';
import { defineVerb } from './verb.ts';

/** How every printer of this kiosk stands. Names no visitor. */
export function printers(report: () => readonly PrinterReport[]) {
  return defineVerb(z.strictObject({}), report);
}
