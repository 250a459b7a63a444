import type { JobOutcome, PrinterStatus } from '../../domain/print-job.ts';
import { createRecent } from '../recent.ts';
import type { Printer, PrintJob } from './printer.ts';

/** Jobs; a call is repeated within seconds. */
export const mostRemembered = 500;

export interface PrintQueue {
  /** A job id among the last 500 gets the outcome of the first time: a call repeated by the window never repeats a sheet. */
  print(job: PrintJob): Promise<JobOutcome>;
  status(): Promise<PrinterStatus>;
  /**
   * Ends jobs that have not begun as `cancelled`, and forgets their pictures.
   * @param isDropped all of them unless it says otherwise
   */
  dropWaiting(isDropped?: (job: PrintJob) => boolean): void;
  /** Drops what waits, lets the job under way end, closes the printer. */
  close(): Promise<void>;
}

/** The one writer of a printer: jobs wait in memory only, in the order in which they came. */
export function createPrintQueue(printer: Printer): PrintQueue {
  const waiting: { readonly job: PrintJob; readonly settle: (outcome: JobOutcome | Promise<JobOutcome>) => void }[] =
    [];
  const outcomes = createRecent<Promise<JobOutcome>>(mostRemembered);
  let working: Promise<void> | null = null;

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const outcome = printer.print(next.job);
      next.settle(outcome);
      // A driver that rejects has a bug, which its caller sees; the jobs behind it still get their turn.
      await Promise.allSettled([outcome]);
    }
    working = null;
  }

  function dropWaiting(isDropped: (job: PrintJob) => boolean = () => true): void {
    for (const each of waiting.splice(0)) {
      if (isDropped(each.job)) each.settle({ state: 'cancelled' });
      else waiting.push(each);
    }
  }

  return {
    print(job) {
      const known = outcomes.get(job.id);
      if (known !== undefined) return known;
      const { promise, resolve } = Promise.withResolvers<JobOutcome>();
      outcomes.set(job.id, promise);
      waiting.push({ job, settle: resolve });
      working ??= work();
      return promise;
    },
    status: () => printer.status(),
    dropWaiting,
    async close() {
      dropWaiting();
      await working;
      await printer.close();
    },
  };
}
