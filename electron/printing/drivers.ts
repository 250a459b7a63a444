import type { Dialect } from '../../domain/printer-profile.ts';
import { createBrotherQlPrinter } from './brother-ql/brother-ql-printer.ts';
import type { DriverParts } from './driver-parts.ts';
import { createEscposPrinter } from './escpos/escpos-printer.ts';
import type { Printer } from './printer.ts';
import { createStarLinePrinter } from './star-line/star-line-printer.ts';
import { createZplPrinter } from './zpl/zpl-printer.ts';

/** The driver of a dialect that goes over a cable as bytes. */
export function streamDrivers(dialect: Dialect): (parts: DriverParts) => Printer {
  switch (dialect) {
    case 'esc-pos':
      return createEscposPrinter;
    case 'star-line':
      return createStarLinePrinter;
    case 'zpl':
      return createZplPrinter;
    case 'brother-ql':
      return createBrotherQlPrinter;
    case 'queue':
    case 'folder':
      throw new Error(`no driver sends ${dialect} over a cable`);
  }
}
