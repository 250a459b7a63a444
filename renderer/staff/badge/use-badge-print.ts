import { useState } from 'react';
import type { ReprintReason, StaffRefusal } from '../../../domain/protocol/staff-calls.ts';
import { rasterise } from '../../documents/rasterise.ts';
import type { OrderEnd } from '../machines/carry-order.ts';
import { mayBeOut, sendSheet } from '../machines/send-sheet.ts';
import type { PlacedPrinter } from '../machines/use-printers.ts';
import { useStaffWorld } from '../staff-world.tsx';

export type PrintStage =
  | { readonly at: 'choosing' | 'preparing' | 'sent' | 'printing' }
  | { readonly at: 'no-raster' }
  | { readonly at: 'ended'; readonly end: OrderEnd };

interface BadgePrint {
  readonly stage: PrintStage;
  /** A whole badge is out, or may be: another says REPRINT. */
  readonly isOut: boolean;
  /** The sheet may be out, and the hub did not note it. */
  readonly notNoted: StaffRefusal | null;
  readonly print: (errand: Errand) => void;
  readonly again: () => void;
}

interface Errand {
  readonly to: PlacedPrinter;
  /** Holds the badge at the true dots of that printer. */
  readonly sheet: HTMLElement | null;
  readonly isReprint: boolean;
  /** Null for a first badge. */
  readonly reason: ReprintReason | null;
}

/** The way of a badge to paper from this page: rasterised here, sent once, its end told as it is. */
export function useBadgePrint(visitor: string | null): BadgePrint {
  const { client } = useStaffWorld();
  const [stage, setStage] = useState<PrintStage>({ at: 'choosing' });
  const [isOut, setIsOut] = useState(false);
  const [notNoted, setNotNoted] = useState<StaffRefusal | null>(null);

  const run = async ({ to, sheet, isReprint, reason }: Errand) => {
    if (sheet === null || visitor === null) return;
    setStage({ at: 'preparing' });
    setNotNoted(null);
    const raster = await rasterise(sheet, to.printer.media);
    if (!raster.ok) {
      setStage({ at: 'no-raster' });
      return;
    }
    setStage({ at: 'sent' });
    const end = await sendSheet({
      ...{ client, to, visitor, document: 'badge', copy: isReprint ? 'reprint' : 'first', raster: raster.value },
      onFetched: () => {
        setStage({ at: 'printing' });
      },
    });
    setStage({ at: 'ended', end });
    if (!mayBeOut(end)) return;
    // What surely never came out is no reprint; the hub has the order in its trail in any case.
    const noted = reason === null ? null : await client.call('noteReprint', { visitor, reason });
    if (noted?.ok === false) setNotNoted(noted.reason);
  };

  return {
    ...{ stage, isOut, notNoted },
    print: (errand) => void run(errand),
    again: () => {
      if (stage.at === 'ended' && mayBeOut(stage.end)) setIsOut(true);
      setStage({ at: 'choosing' });
    },
  };
}
