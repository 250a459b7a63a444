import { assertNever } from '../../domain/assert.ts';
import type { Media } from '../../domain/print-job.ts';
import { createEscposPrinter } from './escpos/escpos-printer.ts';
import { createFolderPrinter } from './folder-printer.ts';
import type { PrinterAddress } from './printer-address.ts';
import type { Printer } from './printer.ts';

/** The driver for an address. Opens nothing yet: a printer that is away at the start may come later. */
export function openPrinter({ address, media }: { address: PrinterAddress; media: Media }): Printer {
  switch (address.kind) {
    case 'folder':
      return createFolderPrinter({ folder: address.folder, media });
    case 'tcp':
      return createEscposPrinter({ host: address.host, port: address.port, media });
    default:
      return assertNever(address);
  }
}
