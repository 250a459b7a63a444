import type { GoLiveReason } from '../../domain/doctor-report.ts';
import type { KioskOrder, OrderResult } from '../../domain/protocol/kiosk-report.ts';
import type { Raster } from '../../domain/raster.ts';
import { rasterInput } from '../bridge/raster-input.ts';
import type { PrintDesk } from '../printing/desk/desk.ts';

export interface OrderParts {
  readonly desk: Pick<PrintDesk, 'mediaOf' | 'print' | 'command'>;
  readonly unlockStaff: () => void;
  /** Where there are updates. */
  readonly updateNow?: (() => void) | undefined;
  /** Keeps a supervisor's word; false when it could not be kept. */
  readonly goLive: (reason: GoLiveReason) => boolean;
}

/** Does what staff elsewhere ask of this kiosk. A sheet that does not fit the printer is refused instead of cut off. */
export async function carryOutOrder(
  order: KioskOrder,
  { desk, unlockStaff, updateNow, goLive }: OrderParts,
): Promise<OrderResult> {
  switch (order.kind) {
    case 'print': {
      const { id, document, copy, printer } = order;
      const media = desk.mediaOf(printer);
      if (media === null) return refuse('unknown-printer');
      const raster = rasterInput(media).safeParse(order.raster);
      if (!raster.success) return refuse('wrong-raster');
      return {
        kind: 'printed',
        outcome: await desk.print({
          id,
          document,
          copy,
          printer,
          raster: raster.data satisfies Raster,
          isOrdered: true,
        }),
      };
    }
    case 'pause':
    case 'resume':
    case 'paper-changed': {
      const { kind, printer } = order;
      return desk.command({ kind, printer }).ok ? { kind: 'done' } : refuse('unknown-printer');
    }
    case 'move': {
      const { kind, printer, to } = order;
      return desk.command({ kind, printer, to }).ok ? { kind: 'done' } : refuse('unknown-printer');
    }
    case 'unlock-staff':
      unlockStaff();
      return { kind: 'done' };
    case 'update-now':
      updateNow?.();
      return updateNow === undefined ? refuse('failed') : { kind: 'done' };
    case 'go-live':
      return goLive(order.reason) ? { kind: 'done' } : refuse('failed');
  }
}

function refuse(reason: Extract<OrderResult, { kind: 'refused' }>['reason']): OrderResult {
  return { kind: 'refused', reason };
}
