import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { v7 as createId } from 'uuid';
import type { ErrorCode } from '../../domain/errors.ts';
import type { JobOutcome, VisitorDocument } from '../../domain/print-job.ts';
import { err, type Result } from '../../domain/result.ts';
import type { Raster } from '../../domain/raster.ts';
import { rasterise } from '../documents/rasterise.ts';
import { useKiosk } from '../kiosk.tsx';
import { useVisit } from './visit.tsx';

export type PrintState =
  | { readonly phase: 'preview' }
  | { readonly phase: 'printing' }
  | { readonly phase: 'printed' }
  /** Only the visitor can tell whether it came out. */
  | { readonly phase: 'unknown' }
  | { readonly phase: 'failed'; readonly error: ErrorCode };

export interface PrintJob {
  readonly state: PrintState;
  /** For the node that holds the document at its true dots. It must stay in the page through all phases: a quick visitor prints before the dots are made. */
  readonly sheet: RefObject<HTMLDivElement | null>;
  readonly print: () => void;
  /** The visitor has it, whatever the printer said. */
  readonly confirm: () => void;
}

type Rasterised = Promise<Result<Raster, 'raster-failed'>>;

interface PrintOptions {
  readonly document: VisitorDocument;
  /** Whatever the document is made of, as text: when it changes, the dots are made anew. */
  readonly content: string;
  /** A whole sheet of it may be out already, and this one says REPRINT. */
  readonly isReprint: boolean;
  /** Called when a whole sheet came out or may have come out. */
  readonly onOut: () => void;
}

/**
 * The way of one document to paper. It is rasterised while the visitor looks at the preview (the fonts that a new name needs take 100 to
 * 500 ms), so that the tap on "Print" only sends dots. It is never printed again on its own.
 */
export function usePrintJob({ document, content, isReprint, onOut }: PrintOptions): PrintJob {
  const { bridge, greeting } = useKiosk();
  const { setPrinting } = useVisit();
  const sheet = useRef<HTMLDivElement>(null);
  const dots = useRef<Rasterised | null>(null);
  const [state, setState] = useState<PrintState>({ phase: 'preview' });

  useEffect(() => {
    if (sheet.current) dots.current = rasterise(sheet.current, greeting.media);
  }, [content, greeting.media]);

  const send = useCallback(async (): Promise<PrintState> => {
    const raster = await (dots.current ?? Promise.resolve(err('raster-failed')));
    if (!raster.ok) return { phase: 'failed', error: raster.reason };
    const { width, height, bits } = raster.value;
    const copy = isReprint ? 'reprint' : 'first';
    let printer: string;
    try {
      const chosen = await bridge.choosePrinter({ document });
      if (chosen === null) return { phase: 'failed', error: 'printer-missing' };
      printer = chosen.id;
    } catch {
      return { phase: 'failed', error: 'host-unreachable' };
    }
    const job = { id: createId(), document, copy, printer, raster: { width, height, bits: bits.toBase64() } } as const;
    try {
      return toState(await bridge.print(job));
    } catch {
      // The host was there and took the job: whether the sheet came out before it was lost, only the visitor sees.
      return { phase: 'unknown' };
    }
  }, [bridge, document, isReprint]);

  const print = useCallback(() => {
    setState({ phase: 'printing' });
    setPrinting(true);
    void send().then((ended) => {
      setPrinting(false);
      setState(ended);
      if (ended.phase === 'printed' || ended.phase === 'unknown') onOut();
    });
  }, [send, onOut, setPrinting]);
  const confirm = useCallback(() => {
    setState({ phase: 'printed' });
  }, []);
  return { state, sheet, print, confirm };
}

function toState(outcome: JobOutcome): PrintState {
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
