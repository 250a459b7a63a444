import type { JobOutcome, Media, PrintDocument, PrinterStatus } from '../../domain/print-job.ts';
import type { Raster } from '../../domain/raster.ts';

export interface PrintJob {
  /** UUIDv7, so that jobs sort by time. */
  readonly id: string;
  readonly document: PrintDocument;
  readonly raster: Raster;
}

export interface Printer {
  readonly media: Media;
  /** Never rejects: a printer that cannot be asked is `offline` or `hung`. */
  status(): Promise<PrinterStatus>;
  /** One job at a time: the print queue waits for the outcome before it hands over the next. Never rejects, never repeats a job. */
  print(job: PrintJob): Promise<JobOutcome>;
  close(): Promise<void>;
}
