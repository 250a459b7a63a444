import type { Dialect } from '../../domain/printer-profile.ts';
import type { DriverParts } from './driver-parts.ts';
import { createEscposPrinter } from './escpos/escpos-printer.ts';
import type { Printer } from './printer.ts';
import { createStarLinePrinter } from './star-line/star-line-printer.ts';

/** The driver of a dialect that goes over a cable as bytes. */
export function streamDrivers(dialect: Dialect): (parts: DriverParts) => Printer {
  switch (dialect) {
    case 'esc-pos':
      return createEscposPrinter;
    case 'star-line':
      return createStarLinePrinter;
    case 'zpl':
    case 'brother-ql':
    case 'queue':
    case 'folder':
      throw new Error(`no driver sends ${dialect} over a cable`);
  }
}
