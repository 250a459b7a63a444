import type { JobOutcome, PrinterStatus } from '../../../domain/print-job.ts';
import type { PrinterReport } from '../../../domain/printer-report.ts';
import { createPrintQueue } from '../print-queue.ts';
import type { ChosenPrinter, DeskPrinter, PrintRequest } from './desk.ts';
import type { KeptPrinter } from './desk-memory.ts';
import { createJobLog } from './job-log.ts';
import { newPaper, reportPaper, usePaper } from './paper-count.ts';
import { createStatusWatch, ownPauses, sharedPauses, type LookPauses, type StatusWatch } from './status-watch.ts';

export interface StationParts extends DeskPrinter {
  readonly kept: KeptPrinter;
  /** ISO 8601, for people. */
  readonly now: () => string;
  readonly pauses?: LookPauses;
  /** Anything in the report. */
  readonly onChange: () => void;
  /** Of what is kept from one start to the next. */
  readonly onKeep: () => void;
}

/** One printer at the desk: its one writer, what it last said, its paper and its jobs. */
export interface Station {
  readonly id: string;
  readonly printer: DeskPrinter;
  readonly watch: Pick<StatusWatch, 'need' | 'hold'>;
  isReady(): boolean;
  isInUse(): boolean;
  /** It answered when it was last looked at, and takes sheets: somebody may have put paper in since. */
  mayBeMended(): boolean;
  kept(): KeptPrinter;
  /** Paused, moved, new paper. */
  change(part: Partial<KeptPrinter>): void;
  print(request: PrintRequest): Promise<JobOutcome>;
  describe(): ChosenPrinter;
  report(): PrinterReport;
  dropWaiting(): void;
  close(): Promise<void>;
}

export function createStation(parts: StationParts): Station {
  const { entry, profile, media, printer, now, onChange, onKeep } = parts;
  let kept = parts.kept;
  let status: PrinterStatus = { faults: [], paperLow: false };
  const log = createJobLog();
  /** Jobs that have not ended, by id; only those of a visit go with it. */
  const open = new Map<string, { isOrdered: boolean; isUnderWay: boolean }>();

  const queue = createPrintQueue({
    media: printer.media,
    status: () => printer.status(),
    close: () => printer.close(),
    print(job) {
      open.set(job.id, { isOrdered: open.get(job.id)?.isOrdered ?? false, isUnderWay: true });
      log.begin(job.id);
      onChange();
      return printer.print(job);
    },
  });
  const watch = createStatusWatch({
    look: () => queue.status(),
    onStatus: hear,
    isBusy: () => open.size > 0,
    pauses: parts.pauses ?? (entry.isShared ? sharedPauses : ownPauses),
  });

  function keep(part: Partial<KeptPrinter>): void {
    kept = { ...kept, ...part };
    onKeep();
  }

  function hear(heard: PrinterStatus): void {
    const hasRunOut = kept.paper.hasRunOut;
    if (heard.faults.includes('paper-out') && !hasRunOut) keep({ paper: { ...kept.paper, hasRunOut: true } });
    // An open cover or a printer that is switched off is still somebody at work on it.
    if (heard.faults.length === 0 && hasRunOut) keep({ paper: newPaper });
    const isNew = JSON.stringify(heard) !== JSON.stringify(status);
    status = heard;
    if (isNew) onChange();
  }

  /** What a job says of its printer, it need not be asked again. */
  function hearOutcome(outcome: JobOutcome, dots: number): void {
    if (outcome.state === 'printed') hear({ ...status, faults: [] });
    if (outcome.state === 'failed') hear({ ...status, faults: [outcome.fault] });
    const mayBeOnPaper =
      outcome.state === 'printed' ||
      outcome.state === 'unknown' ||
      (outcome.state === 'failed' && outcome.paper === 'begun');
    if (mayBeOnPaper) keep({ paper: usePaper(kept.paper, { media, dots }) });
  }

  async function print(request: PrintRequest): Promise<JobOutcome> {
    const { id, document, raster } = request;
    open.set(id, { isOrdered: request.isOrdered ?? false, isUnderWay: false });
    log.add(request, now());
    onChange();
    let outcome: JobOutcome = { state: 'unknown' };
    try {
      outcome = await queue.print({ id, document, raster });
      return outcome;
    } finally {
      // A driver that threw has a bug, which its caller sees; whether a sheet came out, nobody knows.
      open.delete(id);
      log.end(id, outcome);
      hearOutcome(outcome, raster.height);
      onChange();
      watch.jobEnded(outcome.state === 'failed');
    }
  }

  const isInUse = () => !kept.isPaused && kept.movedTo === null;
  const isReady = () => isInUse() && status.faults.length === 0;
  return {
    id: entry.id,
    printer: parts,
    watch,
    isReady,
    isInUse,
    mayBeMended: () => isInUse() && !status.faults.some((fault) => fault === 'offline' || fault === 'hung'),
    kept: () => kept,
    change(part) {
      keep(part);
      onChange();
    },
    print,
    describe: () => ({
      id: entry.id,
      name: entry.name ?? null,
      collectAt: entry.collectAt ?? null,
      media: printer.media,
      isShared: entry.isShared,
      isReady: isReady(),
    }),
    report: () => ({
      id: entry.id,
      name: entry.name ?? null,
      collectAt: entry.collectAt ?? null,
      address: entry.address,
      model: profile.model,
      dialect: profile.dialect,
      documents: [...entry.documents],
      media: printer.media,
      isShared: entry.isShared,
      isPaused: kept.isPaused,
      movedTo: kept.movedTo,
      faults: [...status.faults],
      paperLow: status.paperLow,
      paper: reportPaper(kept.paper, media),
      waiting: [...open.values()].filter(({ isUnderWay }) => !isUnderWay).length,
      jobs: log.list(),
    }),
    dropWaiting() {
      queue.dropWaiting(({ id }) => open.get(id)?.isOrdered !== true);
    },
    async close() {
      await Promise.all([watch.close(), queue.close()]);
    },
  };
}
