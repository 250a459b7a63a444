import { assertNever } from '../../../domain/assert.ts';
import type { JobOutcome, PrintDocument } from '../../../domain/print-job.ts';
import { err, ok } from '../../../domain/result.ts';
import type { PrintOutcome } from '../../journal/print-outcomes.ts';
import { createRecent } from '../../recent.ts';
import { mostRemembered } from '../print-queue.ts';
import type { DeskPrinter, PrintDesk, PrintRequest } from './desk.ts';
import { asNew, type DeskMemory, type KeptPrinter } from './desk-memory.ts';
import { faultOf } from './job-log.ts';
import { newPaper } from './paper-count.ts';
import { createStation, type Station } from './station.ts';
import type { LookPauses } from './status-watch.ts';

export interface PrintDeskParts {
  /** In the order in which they are tried. */
  readonly printers: readonly DeskPrinter[];
  readonly memory: DeskMemory;
  /** ISO 8601, for people. */
  readonly now: () => string;
  /** Every job that a printer was given, when it has ended. It must not throw: a sheet is out, whoever can note it down. */
  readonly onOutcome: (outcome: PrintOutcome) => void;
  /** For tests. */
  readonly pauses?: LookPauses;
}

/** As a printer that is not there; no dot of it was sent. */
const notHere: JobOutcome = { state: 'failed', fault: 'offline', paper: 'blank' };

export function createPrintDesk({ printers, memory, now, onOutcome, pauses }: PrintDeskParts): PrintDesk {
  const listeners = new Set<() => void>();
  const kept = memory.read();
  const ids = new Set(printers.map(({ entry }) => entry.id));
  const stations = new Map<string, Station>();
  for (const printer of printers) {
    const before = kept[printer.entry.id] ?? asNew;
    // The other printer may have gone from the configuration since.
    const movedTo = before.movedTo !== null && ids.has(before.movedTo) ? before.movedTo : null;
    stations.set(
      printer.entry.id,
      createStation({
        ...printer,
        kept: { ...before, movedTo },
        now,
        ...(pauses && { pauses }),
        onChange() {
          for (const listener of [...listeners]) listener();
        },
        onKeep() {
          memory.write(Object.fromEntries([...stations].map(([id, station]) => [id, station.kept()])));
        },
      }),
    );
  }
  // So that the first visitor's sheet goes to a printer that can print it.
  for (const { watch } of stations.values()) watch.need();
  /** By id of the job. */
  const outcomes = createRecent<Promise<JobOutcome>>(mostRemembered);

  /** In their order, a moved one's place taken by the other. */
  function listFor(document: PrintDocument): Station[] {
    const found = [...stations.values()]
      .filter(({ printer }) => printer.entry.documents.includes(document))
      .map((station) => stations.get(station.kept().movedTo ?? station.id) ?? station);
    return [...new Set(found)];
  }

  async function hand(request: PrintRequest): Promise<JobOutcome> {
    const station = stations.get(request.printer);
    // Who has mended a printer proves it before putting it back to use.
    if (station === undefined || !(station.isInUse() || request.document === 'test')) return notHere;
    let outcome: JobOutcome = { state: 'unknown' };
    try {
      outcome = await station.print(request);
      return outcome;
    } finally {
      const { id, document, copy, printer } = request;
      onOutcome({ id, at: now(), document, copy, printer, state: outcome.state, fault: faultOf(outcome) });
    }
  }

  function change(printer: string, part: Partial<KeptPrinter>) {
    const station = stations.get(printer);
    if (station === undefined) return err('unknown-printer');
    station.change(part);
    return ok();
  }

  const desk: PrintDesk = {
    choosePrinter(document, tried = []) {
      const candidates = listFor(document);
      for (const { watch } of candidates) watch.need();
      const left = candidates.filter(({ id }) => !tried.includes(id));
      const otherwise = tried.length === 0 ? candidates[0] : left.find((station) => station.mayBeMended());
      return (left.find((station) => station.isReady()) ?? otherwise)?.describe() ?? null;
    },
    mediaOf: (printer) => stations.get(printer)?.printer.printer.media ?? null,
    print(request) {
      const known = outcomes.get(request.id);
      if (known !== undefined) return known;
      const outcome = hand(request);
      outcomes.set(request.id, outcome);
      return outcome;
    },
    pause: (printer) => change(printer, { isPaused: true }),
    resume: (printer) => change(printer, { isPaused: false }),
    move(printer, to) {
      if (to === null) return change(printer, { movedTo: null });
      if (to === printer || !stations.has(printer)) return err('unknown-printer');
      // The other one prints again, wherever its own documents went until now: so no chain and no ring ever comes about.
      const taken = change(to, { movedTo: null });
      if (!taken.ok) return taken;
      for (const station of stations.values()) if (station.kept().movedTo === printer) station.change({ movedTo: to });
      return change(printer, { movedTo: to });
    },
    paperChanged: (printer) => change(printer, { paper: newPaper }),
    command(order) {
      switch (order.kind) {
        case 'pause':
          return desk.pause(order.printer);
        case 'resume':
          return desk.resume(order.printer);
        case 'move':
          return desk.move(order.printer, order.to);
        case 'paper-changed':
          return desk.paperChanged(order.printer);
        default:
          return assertNever(order);
      }
    },
    report() {
      for (const { watch } of stations.values()) watch.need();
      return [...stations.values()].map((station) => station.report());
    },
    onChange(listener) {
      const releases = [...stations.values()].map(({ watch }) => watch.hold());
      // So that the same function may listen twice.
      const each = () => {
        listener();
      };
      listeners.add(each);
      return () => {
        listeners.delete(each);
        for (const release of releases) release();
      };
    },
    dropWaiting() {
      for (const station of stations.values()) station.dropWaiting();
    },
    async close() {
      await Promise.all([...stations.values()].map((station) => station.close()));
    },
  };
  return desk;
}
