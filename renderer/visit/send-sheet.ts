import { v7 as createId } from 'uuid';
import type { ChosenPrinter } from '../../electron/printing/desk/desk.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import type { JobOutcome, PrintCopy, VisitorDocument } from '../../domain/print-job.ts';
import type { Result } from '../../domain/result.ts';
import type { BridgeClient } from '../bridge.ts';

/** How one tap on "Print" ended. */
export type SheetEnd =
  | { readonly phase: 'printed' }
  /** Only the visitor can tell whether it came out. */
  | { readonly phase: 'unknown' }
  | { readonly phase: 'failed'; readonly error: ErrorCode };

/** A raster as the bridge takes it. */
export type SheetDots = Parameters<BridgeClient['print']>[0]['raster'];

export interface SheetToSend {
  readonly bridge: Pick<BridgeClient, 'choosePrinter' | 'print'>;
  readonly document: VisitorDocument;
  readonly copy: PrintCopy;
  /** The dots of the document for what a printer holds. */
  readonly layOut: (printer: ChosenPrinter) => Promise<Result<SheetDots, 'raster-failed'>>;
  /** A job of this id is with the printer now. */
  readonly onJob: (job: { readonly id: string; readonly printer: ChosenPrinter }) => void;
  /** The visitor has left. */
  readonly isOver: () => boolean;
}

/**
 * Prints on the printer that the host names. When nothing of the sheet came out there, the next one that the host names takes it, each
 * printer once: that is no repetition. A sheet that was begun, or of which nobody knows, never goes on by itself.
 */
export async function sendSheet(sheet: SheetToSend): Promise<SheetEnd> {
  const { bridge, document, copy, layOut, onJob, isOver } = sheet;
  const tried = new Set<string>();
  let last: ErrorCode | null = null;
  for (;;) {
    const printer = await bridge
      .choosePrinter({ document, tried: [...tried] })
      .catch(() => 'host-unreachable' as const);
    if (printer === 'host-unreachable') return { phase: 'failed', error: last ?? printer };
    if (printer === null) {
      return {
        phase: 'failed',
        error: last === null ? 'printer-missing' : tried.size > 1 ? 'printer-none-ready' : last,
      };
    }
    tried.add(printer.id);
    const dots = await layOut(printer);
    if (isOver()) return { phase: 'failed', error: 'print-cancelled' };
    if (!dots.ok) return { phase: 'failed', error: dots.reason };
    const id = createId();
    onJob({ id, printer });
    const outcome = await bridge
      .print({ id, document, copy, printer: printer.id, raster: dots.value })
      // The host was there and took the job: whether the sheet came out before it was lost, only the visitor sees.
      .catch((): JobOutcome => ({ state: 'unknown' }));
    if (outcome.state === 'failed' && outcome.paper === 'blank') last = `printer-${outcome.fault}`;
    else return toEnd(outcome);
  }
}

function toEnd(outcome: JobOutcome): SheetEnd {
  switch (outcome.state) {
    case 'printed':
    case 'unknown':
      return { phase: outcome.state };
    case 'cancelled':
      return { phase: 'failed', error: 'print-cancelled' };
    case 'failed':
      return { phase: 'failed', error: `printer-${outcome.fault}` };
  }
}
