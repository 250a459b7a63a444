import type { JobOutcome, Media, PrinterFault, PrinterStatus } from '../../domain/print-job.ts';
import type { Printer, PrintJob } from './printer.ts';

export interface DriverDeeds {
  readonly media: Media;
  /** What the printer last said of itself. */
  readonly readLast: () => PrinterStatus;
  /** Asks it; never called while a job is under way. */
  readonly look: () => Promise<PrinterStatus>;
  readonly print: (job: PrintJob) => Promise<JobOutcome>;
  /** Settles when nothing talks to the printer any more. */
  readonly ended?: () => Promise<void>;
}

/** A driver as a printer: while it prints its status is what it last said, because nobody may talk between; it closes after the job under way. */
export function framePrinter({ media, readLast, look, print, ended }: DriverDeeds): Printer {
  let printing: Promise<JobOutcome> | null = null;
  return {
    media,
    status: () => (printing === null ? look() : Promise.resolve(readLast())),
    async print(job) {
      printing = print(job);
      try {
        return await printing;
      } finally {
        printing = null;
      }
    },
    async close() {
      await printing?.catch(() => undefined);
      await ended?.();
    },
  };
}

/** Nothing of the sheet was sent. */
export function leaveBlank(fault: PrinterFault): JobOutcome {
  return { state: 'failed', fault, paper: 'blank' };
}
