import { z } from 'zod';
import { err, type Result } from '../../domain/result.ts';
import { printerOrderSchema, type PrinterOrder } from '../printing/desk/desk.ts';
import { defineVerb } from './verb.ts';

interface CommandParts {
  readonly isStaffSignedIn: () => boolean;
  readonly run: (order: PrinterOrder) => Result<void, 'unknown-printer'>;
}

/** Pauses, resumes, moves a printer, or begins its paper anew: for staff who are signed in at this kiosk. */
export function commandPrinter({ isStaffSignedIn, run }: CommandParts) {
  return defineVerb(
    z.strictObject({ order: printerOrderSchema }),
    ({ order }): Result<void, 'unknown-printer' | 'staff-only'> => (isStaffSignedIn() ? run(order) : err('staff-only')),
  );
}
