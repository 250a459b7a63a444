import type { JobOutcome, Media, PrinterStatus } from '../../domain/print-job.ts';
import type { Printer, PrintJob } from './printer.ts';

export interface MemoryPrinter extends Printer {
  /** Every job it was handed, whatever it answered. */
  readonly jobs: readonly PrintJob[];
  /** What the next jobs end as; until told otherwise they are printed. A promise keeps a job under way. */
  answer(outcome: JobOutcome | Promise<JobOutcome>): void;
  report(status: PrinterStatus): void;
}

/** A double for tests: keeps jobs in memory and answers what it was told. */
export function createMemoryPrinter({ media }: { media: Media }): MemoryPrinter {
  const jobs: PrintJob[] = [];
  let outcome: JobOutcome | Promise<JobOutcome> = { state: 'printed' };
  let status: PrinterStatus = { faults: [], paperLow: false };
  return {
    media,
    jobs,
    answer(next) {
      outcome = next;
    },
    report(next) {
      status = next;
    },
    status: () => Promise.resolve(status),
    print(job) {
      jobs.push(job);
      return Promise.resolve(outcome);
    },
    close: () => Promise.resolve(),
  };
}
