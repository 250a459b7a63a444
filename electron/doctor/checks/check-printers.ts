import type { PrinterFault } from '../../../domain/print-job.ts';
import type { Raster } from '../../../domain/raster.ts';
import type { ConfiguredPrinter } from '../../printing/configured-printer.ts';
import type { Printer } from '../../printing/printer.ts';
import { bad, green, type Check, type Found, type Place } from '../check.ts';

export interface PrinterFacts {
  readonly place: Place;
  readonly printers: readonly { readonly configured: ConfiguredPrinter; readonly open: () => Printer }[];
  /** A kiosk runs on the same data and has the printers open. */
  readonly isKioskRunning: boolean;
  /** Whether paper is used. */
  readonly prints: boolean;
  /** The test sheet, as the real browser draws it for this printer; null when it did not. */
  readonly drawSheet: (printer: string) => Promise<Raster | null>;
  /** UUIDv7. */
  readonly createId: () => string;
}

/** How each printer stands, and whether a real sheet comes out of it. */
export function checkPrinters(facts: PrinterFacts): Check {
  const { printers, isKioskRunning } = facts;

  async function examine(): Promise<Found[]> {
    // A printer has one cable and one conversation at a time.
    if (isKioskRunning) return [bad('skipped', 'doctor-printer-in-use', { printers: printers.length })];
    const found: Found[] = [];
    for (const each of printers) found.push(await examineOne(each));
    return found;
  }

  async function examineOne({ configured, open }: PrinterFacts['printers'][number]): Promise<Found> {
    const { entry, profile, address } = configured;
    const head = { printer: entry.id, model: profile.id };
    const printer = open();
    try {
      const { faults, paperLow } = await printer.status();
      const [fault] = faults;
      if (fault !== undefined) return bad('red', adviceOf(fault), { ...head, faults: faults.join(' ') });
      const outcome = facts.prints ? await print(printer, entry.id) : 'not-tried';
      const told = { ...head, sheet: typeof outcome === 'string' ? outcome : outcome.fault };
      if (typeof outcome !== 'string') return bad('red', adviceOf(outcome.fault), told);
      if (outcome === 'not-drawn') return bad('red', 'doctor-sheet-not-drawn', told);
      if (outcome === 'unknown') return bad('amber', 'doctor-sheet-unknown', told);
      if (paperLow) return bad('amber', 'kiosk-paper-low', told);
      // Pictures in a folder are for developers; at an event nobody gets a badge of them.
      if (address.kind === 'folder' && facts.place === 'installed') return bad('amber', 'doctor-printer-folder', told);
      return outcome === 'not-tried' ? bad('skipped', 'doctor-sheet-not-tried', told) : green(told);
    } finally {
      await printer.close();
    }
  }

  async function print(
    printer: Printer,
    id: string,
  ): Promise<'printed' | 'unknown' | 'not-drawn' | { fault: PrinterFault }> {
    const raster = await facts.drawSheet(id);
    if (raster === null) return 'not-drawn';
    const outcome = await printer.print({ id: facts.createId(), document: 'test', raster });
    switch (outcome.state) {
      case 'printed':
      case 'unknown':
        return outcome.state;
      case 'failed':
        return { fault: outcome.fault };
      case 'cancelled':
        return 'unknown';
    }
  }

  return { name: 'printers', limitSeconds: 60 + 90 * printers.length, examine };
}

function adviceOf(fault: PrinterFault) {
  return `printer-${fault}` as const;
}
