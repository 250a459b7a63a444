import { printerFaults, type PrinterFault, type PrinterStatus } from '../../../domain/print-job.ts';

/** The four bytes that answer `DLE EOT` 1 to 4. */
export interface RealTimeStatus {
  readonly printer: number;
  readonly offline: number;
  readonly error: number;
  readonly paper: number;
}

/** Reads the answers to `DLE EOT` (ESC/POS reference, Transmit real-time status, n = 1 to 4). */
export function decodeRealTimeStatus({ printer, offline, error, paper }: RealTimeStatus): PrinterStatus {
  return describe({
    offline: (printer & 0x08) !== 0,
    'cover-open': (offline & 0x04) !== 0,
    'paper-out': (offline & 0x20) !== 0 || (paper & 0x60) !== 0,
    cutter: (error & 0x08) !== 0,
    overheated: (error & 0x40) !== 0,
    // An error that the printer does not explain is still an error.
    faulty: (error & 0x24) !== 0 || ((offline & 0x40) !== 0 && (error & 0x6c) === 0),
    paperLow: (paper & 0x0c) !== 0,
  });
}

/** Reads Automatic Status Back (ESC/POS reference, `GS a`, basic ASB status). */
export function decodeAutomaticStatus(bytes: Uint8Array): PrinterStatus {
  const [printer = 0, error = 0, paper = 0] = bytes;
  return describe({
    offline: (printer & 0x08) !== 0,
    'cover-open': (printer & 0x20) !== 0,
    'paper-out': (paper & 0x0c) !== 0,
    cutter: (error & 0x08) !== 0,
    overheated: (error & 0x40) !== 0,
    faulty: (error & 0x24) !== 0,
    paperLow: (paper & 0x03) !== 0,
  });
}

type Signs = Record<Exclude<PrinterFault, 'hung'> | 'paperLow', boolean>;

/** A printer is also offline because of its other faults; `offline` is named only when nothing else explains it. */
function describe(signs: Signs): PrinterStatus {
  const faults = printerFaults.filter((fault) => fault !== 'hung' && signs[fault]);
  return {
    faults: faults.length > 1 ? faults.filter((fault) => fault !== 'offline') : faults,
    // A near-end sensor sees no paper either when there is none.
    paperLow: signs.paperLow,
  };
}
