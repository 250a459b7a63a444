import type { Dialect, PrinterProfile } from '../../domain/printer-profile.ts';
import type { Raster } from '../../domain/raster.ts';
import { encodeBrotherQlSheet } from './brother-ql/page.ts';
import { createBrotherQlPrinter } from './brother-ql/brother-ql-printer.ts';
import type { DriverParts, PrinterMedia } from './driver-parts.ts';
import { encodeEscposSheet } from './escpos/encode-sheet.ts';
import { createEscposPrinter } from './escpos/escpos-printer.ts';
import type { FolderPrinterParts } from './folder-printer.ts';
import type { Printer } from './printer.ts';
import { encodeQueueSheet } from './queue/encode-queue-sheet.ts';
import { encodeStarLineSheet } from './star-line/encode-star-line-sheet.ts';
import { createStarLinePrinter } from './star-line/star-line-printer.ts';
import { encodeZplSheet } from './zpl/label.ts';
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

/** How the bytes of a sheet lie beside its picture in a folder. */
export function streamOf({
  profile,
  media,
}: {
  profile: PrinterProfile;
  media: PrinterMedia;
}): Pick<FolderPrinterParts, 'stream'> {
  const sheet = (raster: Raster) => ({ raster, profile, media });
  switch (profile.dialect) {
    case 'esc-pos':
      return { stream: { ending: 'escpos', encode: (raster) => encodeEscposSheet(sheet(raster)) } };
    case 'star-line':
      return { stream: { ending: 'star', encode: (raster) => encodeStarLineSheet(sheet(raster)) } };
    case 'zpl':
      return { stream: { ending: 'zpl', encode: (raster) => encodeZplSheet(sheet(raster)) } };
    case 'brother-ql':
      return { stream: { ending: 'ql', encode: (raster) => encodeBrotherQlSheet(sheet(raster)) } };
    case 'queue':
      return { stream: { ending: 'pdf', encode: (raster) => encodeQueueSheet(sheet(raster)) } };
    case 'folder':
      return {};
  }
}
