import { setTimeout as delay } from 'node:timers/promises';
import type { JobOutcome, Media, PrinterFault, PrinterStatus } from '../../../../domain/print-job.ts';
import { framePrinter } from '../../../printing/frame-printer.ts';
import type { Printer, PrintJob } from '../../../printing/printer.ts';
import { pageSizeOf } from '../../../printing/queue/page-size.ts';
import { splitPages } from '../../../printing/queue/split-pages.ts';
import type { PagesToPrint } from './print-page.ts';
import type { Spooler, SpoolerJob, SpoolerQueue } from './spooler.ts';

export interface WindowsPrinterParts {
  /** Windows' own name of the queue. */
  readonly queue: string;
  readonly media: Media;
  readonly spooler: Spooler;
  readonly printPages: (document: PagesToPrint) => Promise<boolean>;
  /** Milliseconds. */
  readonly limits?: WindowsLimits;
}

interface WindowsLimits {
  /** How often the spooler is asked; each question costs a start of PowerShell. */
  readonly poll: number;
  /** How long a job may stay in the queue. */
  readonly whole: number;
}

const usualLimits: WindowsLimits = { poll: 500, whole: 60_000 };

/**
 * A queue of Windows, through the window's own printing.
 *
 * Windows throws a job away when its port has taken the last byte, whether or not paper came out. `printed` is said only when it was seen to
 * be marked "printed", which needs a printer that talks back; a job that is simply gone leaves it `unknown`, and the visitor is asked.
 */
export function createWindowsPrinter({
  queue,
  media,
  spooler,
  printPages,
  limits = usualLimits,
}: WindowsPrinterParts): Printer {
  let lastStatus: PrinterStatus = { faults: [], paperLow: false };

  async function look(): Promise<SpoolerQueue | null> {
    const read = await spooler.read(queue);
    if (read.ok) lastStatus = read.value.status;
    else lastStatus = { faults: [read.reason === 'silent' ? 'hung' : 'offline'], paperLow: false };
    return read.ok ? read.value : null;
  }

  async function print({ id, raster }: PrintJob): Promise<JobOutcome> {
    await look();
    if (lastStatus.faults[0] !== undefined) return failed(lastStatus.faults[0], 'blank');
    const pages = splitPages(raster, media.heightDots);
    const size = pageSizeOf(media, raster.height);
    const wasTaken = await printPages({ title: id, pages, size, dotsPerInch: media.dotsPerInch, deviceName: queue });
    if (wasTaken) return follow(id);
    const own = findJob(await look(), id);
    if (own === undefined) return failed('faulty', 'blank');
    return takeBack(id, { job: own, fault: 'faulty' });
  }

  async function follow(id: string): Promise<JobOutcome> {
    const giveUpAt = performance.now() + limits.whole;
    let fault: PrinterFault | undefined;
    while (performance.now() < giveUpAt) {
      const seen = await look();
      // The spooler is gone, and with it whoever could tell.
      if (seen === null) return { state: 'unknown' };
      const job = findJob(seen, id);
      if (job === undefined) return { state: 'unknown' };
      if (job.flags.has('printed') && seen.status.faults.length === 0) return { state: 'printed' };
      const [now] = seen.status.faults;
      // Twice the same: a job that is being sent may look offline for a moment.
      if (now !== undefined && now === fault) return takeBack(id, { job, fault: now });
      fault = now;
      await delay(limits.poll);
    }
    const job = findJob(await look(), id);
    return job === undefined ? { state: 'unknown' } : takeBack(id, { job, fault: 'hung' });
  }

  /** So that the rest does not follow once somebody has loaded paper. */
  async function takeBack(id: string, { job, fault }: { job: SpoolerJob; fault: PrinterFault }): Promise<JobOutcome> {
    await spooler.remove(queue, job);
    const seen = await look();
    const left = findJob(seen, id);
    const isGone = seen !== null && (left === undefined || left.flags.has('deleting'));
    return isGone ? failed(fault, 'begun') : { state: 'unknown' };
  }

  return framePrinter({
    media,
    readLast: () => lastStatus,
    async look() {
      await look();
      return lastStatus;
    },
    print,
  });
}

function findJob(seen: SpoolerQueue | null, id: string): SpoolerJob | undefined {
  return seen?.jobs.find(({ document }) => document === id);
}

function failed(fault: PrinterFault, paper: 'blank' | 'begun'): JobOutcome {
  return { state: 'failed', fault, paper };
}
