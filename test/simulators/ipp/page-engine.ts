import type { Raster } from '../../../domain/raster.ts';
import { bytesPerRow } from '../../../domain/raster.ts';
import { createPaper, createTrouble, isStopped, type Trouble } from '../paper.ts';
import { readPdf } from './read-pdf.ts';

export type JobState = 'pending' | 'processing' | 'stopped' | 'cancelled' | 'aborted' | 'completed';

export interface SimulatedJob {
  readonly id: number;
  /** What the client wrote about it, for who looks for names. */
  readonly said: string;
  state: JobState;
  hasBegun: boolean;
  /** Null as long as the document is not there. */
  document: Buffer | null;
}

/** Paper, engine and queue of a page printer: jobs one after the other, pages row by row. */
export function createPageEngine(options: { widthDots: number; dotsPerInch: number; millisecondsPerRow: number }) {
  const trouble = createTrouble();
  const paper = createPaper(options);
  const jobs = new Map<number, SimulatedJob>();
  let lastId = 0;
  let working: SimulatedJob | null = null;
  let change = Promise.withResolvers<null>();

  const isHeldUp = () => isStopped(trouble) || trouble.hanging || trouble.lying;

  function stir(): void {
    change.resolve(null);
    change = Promise.withResolvers<null>();
    if (working === null) void work();
  }

  async function work(): Promise<void> {
    for (let job = nextJob(); job !== undefined; job = nextJob()) {
      working = job;
      await print(job);
      working = null;
    }
  }

  function nextJob(): SimulatedJob | undefined {
    return [...jobs.values()].find(({ state, document }) => state === 'pending' && document !== null);
  }

  async function print(job: SimulatedJob): Promise<void> {
    let pages: Raster[];
    try {
      pages = readPdf(job.document ?? Buffer.of(), options.dotsPerInch);
    } catch {
      job.state = 'aborted';
      return;
    }
    job.state = 'processing';
    for (const page of pages) {
      for (let y = 0; y < page.height; y += 1) {
        if (!(await untilReady(job))) return;
        job.hasBegun = true;
        await paper.burn(page.bits.slice(y * bytesPerRow(page.width), (y + 1) * bytesPerRow(page.width)));
      }
      // The page leaves the machine.
      if (!(await untilReady(job))) return;
      paper.cut();
    }
    job.state = 'completed';
  }

  /** @returns false once the job is no longer to be printed; what is on the page under way comes out torn */
  async function untilReady(job: SimulatedJob): Promise<boolean> {
    while (isHeldUp() && !hasEnded(job)) {
      if (isStopped(trouble)) job.state = 'stopped';
      await change.promise;
    }
    if (hasEnded(job)) {
      paper.breakOff();
      paper.cut();
      return false;
    }
    job.state = 'processing';
    return true;
  }

  return {
    trouble,
    paper,
    jobs,
    isWorking: () => working !== null,
    setTrouble(next: Partial<Trouble>): void {
      Object.assign(trouble, next);
      stir();
    },
    add(said: string): SimulatedJob {
      lastId += 1;
      const job: SimulatedJob = { id: lastId, said, state: 'pending', hasBegun: false, document: null };
      jobs.set(lastId, job);
      return job;
    },
    give(job: SimulatedJob, document: Buffer): void {
      job.document = document;
      stir();
    },
    cancel(job: SimulatedJob): boolean {
      if (hasEnded(job)) return false;
      job.state = 'cancelled';
      stir();
      return true;
    },
    /** As after switching it off and on: it knows no job any more. */
    forget(): void {
      for (const job of jobs.values()) if (!hasEnded(job)) job.state = 'cancelled';
      jobs.clear();
      stir();
    },
  };
}
export type PageEngine = ReturnType<typeof createPageEngine>;

export function hasEnded({ state }: SimulatedJob): boolean {
  return state === 'cancelled' || state === 'aborted' || state === 'completed';
}
