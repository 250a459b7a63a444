import { standardMedia, type Media } from '../../../domain/print-job.ts';
import { printerEntrySchema, printerProfileSchema, type PrinterEntry } from '../../../domain/printer-profile.ts';
import { createMemoryPrinter, type MemoryPrinter } from '../memory-printer.ts';
import type { DeskPrinter } from './desk.ts';

interface Given {
  readonly media?: Media;
  readonly rollMillimetres?: number | null;
  readonly sheets?: number | null;
}

/** For tests: a printer in memory as the desk gets it. */
export function createDeskPrinter(
  entry: Partial<PrinterEntry> & Pick<PrinterEntry, 'id'>,
  { media = standardMedia['72mm'], rollMillimetres = null, sheets = null }: Given = {},
): DeskPrinter & { readonly printer: MemoryPrinter } {
  const profile = printerProfileSchema.parse({
    id: 'memory',
    model: 'Memory',
    dialect: 'folder',
    media: [{ name: 'only', ...media, rollMillimetres, sheets }],
    cutter: 'full',
    status: 'asked',
  });
  const [only] = profile.media;
  if (only === undefined) throw new Error('a profile has a media');
  return {
    entry: printerEntrySchema.parse({ address: 'folder:nowhere', ...entry }),
    profile,
    media: only,
    printer: createMemoryPrinter({ media }),
  };
}
