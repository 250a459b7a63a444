import { z } from 'zod';
import type { PrinterStatus } from '../../domain/print-job.ts';
import { defineVerb } from './verb.ts';

export function printerStatus(status: () => Promise<PrinterStatus>) {
  return defineVerb(z.strictObject({}), status);
}
