import { printerFaults, type PrinterFault, type PrinterStatus } from '../../../domain/print-job.ts';

export interface StarStatus extends PrinterStatus {
  /** 0 to 31; null for a model that sends no counter. */
  readonly etbCounter: number | null;
}

/** Reads the automatic status (line mode specifications, appendix 2: third to eighth byte). */
export function decodeStatus(bytes: Uint8Array): StarStatus {
  const [, , printer = 0, error = 0, moreErrors = 0, paper = 0, , etb] = bytes;
  const signs: Record<Exclude<PrinterFault, 'hung'>, boolean> = {
    offline: (printer & 0x48) !== 0,
    // A raised head is a cover of printers that have none.
    'cover-open': (printer & 0x20) !== 0 || (moreErrors & 0x02) !== 0,
    'paper-out': (paper & 0x08) !== 0,
    cutter: (error & 0x08) !== 0,
    overheated: (error & 0x40) !== 0,
    // Mechanical, not recoverable, presenter jam, black mark.
    faulty: (error & 0x24) !== 0 || (moreErrors & 0x0c) !== 0,
  };
  const faults = printerFaults.filter((fault) => fault !== 'hung' && signs[fault]);
  return {
    // Offline also because of its other faults; named only when nothing else explains it.
    faults: faults.length > 1 ? faults.filter((fault) => fault !== 'offline') : faults,
    paperLow: (paper & 0x0e) !== 0,
    etbCounter: etb === undefined ? null : ((etb >> 1) & 0x07) | ((etb >> 2) & 0x18),
  };
}
