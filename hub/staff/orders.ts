import type { KioskOrder, OrderResult } from '../../domain/protocol/kiosk-report.ts';
import { err, ok, type Result } from '../../domain/result.ts';

/** Milliseconds that an order waits to be fetched and answered, and that its end is remembered. */
const patience = 2 * 60_000;
const memory = 10 * 60_000;
const most = { ofKiosk: 20, inAll: 200, bytes: 32 * 1024 * 1024 } as const;

export interface OrderState {
  readonly state: 'waiting' | 'fetched' | 'ended' | 'expired';
  readonly result: OrderResult | null;
}

/**
 * What staff ask of kiosks, in memory only, because a print order is a picture of somebody's badge. An order is handed out once: whoever
 * asks again after a lost answer gets nothing, so that no sheet comes out twice.
 */
export interface Orders {
  /** The same id again changes nothing. `full`: too many or too large for now. */
  add(kiosk: string, order: KioskOrder): Result<void, 'full'>;
  /** Those that wait for the kiosk, the oldest first; from then on they are fetched. */
  take(kiosk: string): KioskOrder[];
  /** What the kiosk made of it; the first word holds. @returns the order's kind, null when nothing of the kind was asked of this kiosk */
  end(kiosk: string, id: string, result: OrderResult): KioskOrder['kind'] | null;
  /** Null when there is none, or it is forgotten. */
  read(id: string): OrderState | null;
}

interface Entry {
  readonly kiosk: string;
  readonly kind: KioskOrder['kind'];
  readonly added: number;
  readonly bytes: number;
  /** Only while it waits. */
  order: KioskOrder | null;
  result: OrderResult | null;
}

/** @param elapsed milliseconds by a clock that only goes forward */
export function createOrders({ elapsed }: { elapsed: () => number }): Orders {
  const entries = new Map<string, Entry>();

  function tidy(): void {
    for (const [id, entry] of entries) {
      const age = elapsed() - entry.added;
      if (age >= patience) entry.order = null;
      if (age >= memory) entries.delete(id);
    }
  }

  return {
    add(kiosk, order) {
      tidy();
      if (entries.has(order.id)) return ok();
      const waiting = [...entries.values()].filter((entry) => entry.order !== null);
      const bytes = order.kind === 'print' ? order.raster.bits.length : 0;
      const inAll = waiting.reduce((sum, entry) => sum + entry.bytes, bytes);
      const ofKiosk = waiting.filter((entry) => entry.kiosk === kiosk).length;
      if (ofKiosk >= most.ofKiosk || waiting.length >= most.inAll || inAll > most.bytes) return err('full');
      entries.set(order.id, { kiosk, kind: order.kind, added: elapsed(), bytes, order, result: null });
      return ok();
    },
    take(kiosk) {
      tidy();
      return [...entries.values()].flatMap((entry) => {
        if (entry.kiosk !== kiosk || entry.order === null) return [];
        const { order } = entry;
        entry.order = null;
        return [order];
      });
    },
    end(kiosk, id, result) {
      const entry = entries.get(id);
      if (entry?.kiosk !== kiosk) return null;
      entry.result ??= result;
      return entry.kind;
    },
    read(id) {
      tidy();
      const entry = entries.get(id);
      if (entry === undefined) return null;
      if (entry.result !== null) return { state: 'ended', result: entry.result };
      if (elapsed() - entry.added >= patience) return { state: 'expired', result: null };
      return { state: entry.order === null ? 'fetched' : 'waiting', result: null };
    },
  };
}
