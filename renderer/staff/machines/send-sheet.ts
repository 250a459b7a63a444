import type { PrintCopy, PrintDocument } from '../../../domain/print-job.ts';
import type { Raster } from '../../../domain/raster.ts';
import { toDots } from '../../documents/rasterise.ts';
import type { StaffClient } from '../staff-client.ts';
import { carryOrder, type OrderEnd } from './carry-order.ts';
import type { PlacedPrinter } from './use-printers.ts';

export interface SheetErrand {
  readonly client: StaffClient;
  readonly to: PlacedPrinter;
  readonly document: PrintDocument;
  readonly copy: PrintCopy;
  readonly raster: Raster;
  readonly visitor?: string;
  readonly onFetched?: () => void;
}

/** One sheet to one printer, straight or over the hub. It is never sent again on its own. */
export async function sendSheet({ client, to, raster, ...errand }: SheetErrand): Promise<OrderEnd> {
  const { document, copy, visitor, onFetched } = errand;
  const printer = to.printer.id;
  if (to.isLocal && client.local) {
    onFetched?.();
    try {
      const outcome = await client.local.print({ printer, document, copy, raster });
      return { kind: 'ended', result: { kind: 'printed', outcome } };
    } catch {
      // The host was there when the page began: whether the sheet came out before the answer was lost, only a person sees.
      return { kind: 'unknown' };
    }
  }
  return carryOrder({
    ...{ client, kiosk: to.kiosk },
    order: { kind: 'print', printer, document, copy, raster: toDots(raster) },
    ...(visitor !== undefined && { visitor }),
    ...(onFetched && { onFetched }),
  });
}

/** A whole sheet is out, or may be: what is printed next is a repeat. */
export function mayBeOut(end: OrderEnd): boolean {
  switch (end.kind) {
    case 'refused':
      return false;
    case 'unknown':
    case 'not-taken':
      return true;
    case 'ended':
      return (
        end.result.kind === 'printed' &&
        (end.result.outcome.state === 'printed' || end.result.outcome.state === 'unknown')
      );
  }
}
