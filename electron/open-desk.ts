import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Media } from '../domain/print-job.ts';
import type { Config } from './config/read-config.ts';
import type { Journal } from './journal/journal.ts';
import type { DeskPrinter, PrintDesk } from './printing/desk/desk.ts';
import { createDeskMemory } from './printing/desk/desk-memory.ts';
import { createPrintDesk } from './printing/desk/print-desk.ts';
import { openPrinter } from './printing/open-printer.ts';
import type { Printer } from './printing/printer.ts';

interface DeskParts {
  readonly config: Pick<Config, 'data' | 'printers'>;
  readonly journal: Pick<Journal, 'printOutcomes'>;
  readonly now: () => string;
  readonly logger: Logger;
  /** Take the places of those that `config` names, in their order; null leaves a place to the usual driver. */
  readonly doubles: readonly (Printer | null)[];
}

/** The print desk over the configured printers, and what previews are laid out for: the paper of the first printer of badges. */
export function openDesk({ config, journal, now, logger, doubles }: DeskParts): { desk: PrintDesk; media: Media } {
  const [first, ...others] = config.printers.map((configured, index): DeskPrinter => {
    const { entry, profile, media } = configured;
    return { entry, profile, media, printer: doubles[index] ?? openPrinter(configured) };
  });
  if (first === undefined) throw new Error('a configuration has a printer');
  const printers = [first, ...others];
  const desk = createPrintDesk({
    printers,
    memory: createDeskMemory(join(config.data, 'printers.json'), logger),
    now,
    onOutcome(outcome) {
      // A journal that is full has logged it; the sheet is out all the same.
      journal.printOutcomes.keep(outcome);
    },
  });
  const badges = printers.find(({ entry }) => entry.documents.includes('badge')) ?? first;
  return { desk, media: badges.printer.media };
}
