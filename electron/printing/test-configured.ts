import { assert } from '../../domain/assert.ts';
import { printerEntrySchema, type PrinterEntry } from '../../domain/printer-profile.ts';
import { configurePrinter } from './configure-printer.ts';
import type { ConfiguredPrinter } from './configured-printer.ts';
import { shippedProfiles } from './profiles/known-profiles.ts';

/** A printer as the configuration would have it, for tests. */
export function configured(entry: Partial<PrinterEntry> & { address: string }): ConfiguredPrinter {
  const printer = configurePrinter(printerEntrySchema.parse({ id: 'printer', ...entry }), shippedProfiles);
  assert(printer.ok, `the entry ${JSON.stringify(entry)} is right`);
  return printer.value;
}
