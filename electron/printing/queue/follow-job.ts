import { setTimeout as delay } from 'node:timers/promises';
import { printerFaults, type JobOutcome, type PrinterFault, type PrinterStatus } from '../../../domain/print-job.ts';
import { hasEnded, type QueueJob } from './job-state.ts';
import type { QueueStatus } from './printer-state.ts';
import type { QueueService } from './queue-service.ts';

/** Milliseconds. */
export interface FollowLimits {
  /** How long nobody may answer: one question that is not answered, or several that nobody takes. */
  readonly silence: number;
  /** How long other people's jobs in front of ours are waited for. */
  readonly turn: number;
  /** How long the job may take in all, with a printer that says that it works. */
  readonly whole: number;
}

/** How often job and printer are asked, in milliseconds. */
const pollMilliseconds = 250;

/** How long a fault may last that can pass by itself, in milliseconds. */
const patienceMilliseconds = 3_000;

/** How long a printer may be idle with our job before it, in milliseconds. */
const idleMilliseconds = 2_500;

/** How long the printer may need to throw a job away, in milliseconds. */
const cancelMilliseconds = 2_500;

/** These need a person. The others may pass by themselves. */
const lasting: readonly PrinterFault[] = ['cover-open', 'paper-out', 'cutter', 'faulty'];

type Trouble = PrinterFault | 'stuck';

/** Asks for a job until it has ended, and takes it back when it cannot come out. */
export async function followJob(
  service: QueueService,
  { id, limits, onStatus }: { id: number; limits: FollowLimits; onStatus: (status: PrinterStatus) => void },
): Promise<JobOutcome> {
  const begun = performance.now();
  const lasts = createStopwatch();
  for (;;) {
    const askedAt = performance.now();
    const [job, printer] = await Promise.all([service.job(id), service.look()]);
    if (job.ok && hasEnded(job.value)) return endingOf(job.value, printer.ok && printer.value.knowsPaper);
    if (!job.ok && job.reason === 'unknown-job') return { state: 'unknown' };
    if (lasts('silent', !job.ok || !printer.ok, askedAt) > limits.silence) {
      // Should it come to itself, our job is not what it goes on with. Nobody waits for its answer.
      void service.cancel(id);
      return { state: 'unknown' };
    }
    if (job.ok && printer.ok) {
      onStatus({ faults: printer.value.faults, paperLow: printer.value.paperLow });
      const trouble = findTrouble({ job: job.value, printer: printer.value, lasts });
      if (trouble !== null) return takeBack(service, { id, trouble });
      const isBehind = job.value.state === 'pending' && printer.value.state === 'processing';
      if (lasts('pending', isBehind) > limits.turn) return takeBack(service, { id, trouble: 'hung' });
    }
    if (performance.now() - begun > limits.whole) return takeBack(service, { id, trouble: 'stuck' });
    await delay(pollMilliseconds);
  }
}

function findTrouble({
  job,
  printer,
  lasts,
}: {
  job: QueueJob;
  printer: QueueStatus;
  lasts: Stopwatch;
}): Trouble | null {
  for (const fault of printerFaults) {
    const duration = lasts(fault, printer.faults.includes(fault));
    if (!printer.faults.includes(fault)) continue;
    const isLasting = lasting.includes(fault);
    // A last sheet may just have emptied the tray: the job ends within a moment, or the printer stops for it.
    if (isLasting && (job.state === 'stopped' || printer.state === 'stopped' || duration > pollMilliseconds))
      return fault;
    if (!isLasting && duration > patienceMilliseconds) return fault;
  }
  // "Idle" before a job that waits: it says that all is well, and nothing comes out.
  const isStuck = printer.faults.length === 0 && printer.state === 'idle';
  return lasts('stuck', isStuck) > idleMilliseconds ? 'stuck' : null;
}

type Stopwatch = (what: Trouble | 'silent' | 'pending', isSo: boolean, now?: number) => number;

/** For how long something has been so, in milliseconds; 0 when it is not. */
function createStopwatch(): Stopwatch {
  const since = new Map<Parameters<Stopwatch>[0], number>();
  return (what, isSo, from = performance.now()) => {
    if (!isSo) {
      since.delete(what);
      return 0;
    }
    const begun = since.get(what) ?? from;
    since.set(what, begun);
    return performance.now() - begun;
  };
}

/** Throws away what has not been printed, so that the rest does not follow once somebody has loaded paper. */
async function takeBack(service: QueueService, { id, trouble }: { id: number; trouble: Trouble }): Promise<JobOutcome> {
  const giveUpAt = performance.now() + cancelMilliseconds;
  for (;;) {
    const job = await service.cancel(id);
    if (job.ok) {
      const printer = job.value.state === 'completed' ? await service.look() : null;
      if (printer !== null) return endingOf(job.value, printer.ok && printer.value.knowsPaper);
      // It printed nothing that it knows of; when it kept that to itself, some may be on paper all the same.
      if (trouble === 'stuck') return job.value.hasBegun ? { state: 'unknown' } : failed('hung', job.value);
      return failed(trouble, job.value);
    }
    if (job.reason !== 'busy' || performance.now() > giveUpAt) return { state: 'unknown' };
    await delay(pollMilliseconds);
  }
}

function failed(fault: PrinterFault, { hasBegun }: QueueJob): JobOutcome {
  return { state: 'failed', fault, paper: hasBegun ? 'begun' : 'blank' };
}

function endingOf(job: QueueJob, knowsPaper: boolean): JobOutcome {
  if (job.state !== 'completed') return failed('faulty', job);
  return job.isSuccessful && knowsPaper ? { state: 'printed' } : { state: 'unknown' };
}
