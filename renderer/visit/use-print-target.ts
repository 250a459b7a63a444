import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ChosenPrinter } from '../../electron/printing/desk/desk.ts';
import { localise } from '../../domain/localised.ts';
import type { Media, VisitorDocument } from '../../domain/print-job.ts';
import { useKiosk } from '../kiosk.tsx';
import { useVisit } from './visit.tsx';

/** What a document is laid out for. */
export interface PrintTarget {
  /** Null until the host has named one. */
  readonly printer: ChosenPrinter | null;
  readonly media: Media;
  /** What a visitor calls the printer; null for one in the kiosk itself. */
  readonly name: string | null;
  /** Goes onto the sheet of a printer that others use as well: which one, and whose sheet. */
  readonly origin: string | null;
  /** The layout is in the page when this returns. */
  readonly setPrinter: (printer: ChosenPrinter) => void;
}

/** The printer that a document would go to now: asked for when its screen opens, so that the dots are ready at the tap. */
export function usePrintTarget(document: VisitorDocument): PrintTarget {
  const { bridge, greeting } = useKiosk();
  const { language } = useVisit();
  const { t } = useTranslation();
  const [printer, setKept] = useState<ChosenPrinter | null>(null);
  const isTold = useRef(false);

  useEffect(() => {
    let isWanted = true;
    void bridge.choosePrinter({ document }).then(
      (chosen) => {
        if (isWanted && !isTold.current) setKept(chosen);
      },
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [bridge, document]);

  const setPrinter = useCallback((chosen: ChosenPrinter) => {
    isTold.current = true;
    flushSync(() => {
      setKept(chosen);
    });
  }, []);
  const { widthDots, heightDots, dotsPerInch } = printer?.media ?? greeting.media;
  // The host's answer is another object each time; the layout is the same while the numbers are.
  const media = useMemo(() => ({ widthDots, heightDots, dotsPerInch }), [widthDots, heightDots, dotsPerInch]);
  const name = printer?.name ? localise(printer.name, language).text : null;
  return {
    printer,
    media,
    name,
    origin:
      printer?.isShared === true ? t('paper.origin', { printer: name ?? printer.id, kiosk: greeting.kiosk.id }) : null,
    setPrinter,
  };
}
