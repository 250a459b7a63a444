import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { ChosenPrinter } from '../../electron/printing/desk/desk.ts';
import type { Media, VisitorDocument } from '../../domain/print-job.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { rasterise, toDots } from '../documents/rasterise.ts';
import { useKiosk } from '../kiosk.tsx';
import { sendSheet, type SheetDots, type SheetEnd } from './send-sheet.ts';
import type { PrintTarget } from './use-print-target.ts';
import { useVisit } from './visit.tsx';
import { watchTurn } from './watch-turn.ts';

export type PrintState =
  | { readonly phase: 'preview' }
  /** `isWaiting`: it is somebody else's turn at the printer. */
  | { readonly phase: 'printing'; readonly isWaiting: boolean }
  | SheetEnd;

export interface PrintJob {
  readonly state: PrintState;
  /** For the node that holds the document at its true dots. It must stay in the page through all phases: a quick visitor prints before the dots are made. */
  readonly sheet: RefObject<HTMLDivElement | null>;
  readonly print: () => void;
  /** The visitor has it, whatever the printer said. */
  readonly confirm: () => void;
}

type Rasterised = Promise<Result<SheetDots, 'raster-failed'>>;

interface PrintOptions {
  readonly document: VisitorDocument;
  /** The document is laid out for its media and shows its origin. */
  readonly target: PrintTarget;
  /** Whatever else the document is made of, as text: when it changes, the dots are made anew. */
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
export function usePrintJob({ document, target, content, isReprint, onOut }: PrintOptions): PrintJob {
  const { bridge } = useKiosk();
  const { setPrinting } = useVisit();
  const sheet = useRef<HTMLDivElement>(null);
  const dots = useRef<Rasterised | null>(null);
  const isOver = useRef(false);
  const [state, setState] = useState<PrintState>({ phase: 'preview' });
  const { media, origin, setPrinter } = target;

  // A printer that takes the sheet of another gets it laid out in the same breath, so this comes before the paint.
  useLayoutEffect(() => {
    if (sheet.current) dots.current = makeDots(sheet.current, media);
  }, [content, origin, media]);
  useEffect(() => {
    isOver.current = false;
    return () => {
      isOver.current = true;
    };
  }, []);

  const layOut = useCallback(
    (printer: ChosenPrinter): Rasterised => {
      setPrinter(printer);
      return dots.current ?? Promise.resolve(err('raster-failed'));
    },
    [setPrinter],
  );
  const send = useCallback(async (): Promise<SheetEnd> => {
    let stopWatching: () => void = () => undefined;
    try {
      return await sendSheet({
        bridge,
        document,
        copy: isReprint ? 'reprint' : 'first',
        layOut,
        onJob(job) {
          stopWatching();
          stopWatching = watchTurn({
            bridge,
            job,
            onWait: (isWaiting) => {
              setState({ phase: 'printing', isWaiting });
            },
          });
        },
        isOver: () => isOver.current,
      });
    } finally {
      stopWatching();
    }
  }, [bridge, document, isReprint, layOut]);

  const print = useCallback(() => {
    setState({ phase: 'printing', isWaiting: false });
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

async function makeDots(sheet: HTMLElement, media: Media): Rasterised {
  const raster = await rasterise(sheet, media);
  if (!raster.ok) return raster;
  return ok(toDots(raster.value));
}
