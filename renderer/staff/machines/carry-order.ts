import { v7 as createId } from 'uuid';
import type { KioskOrder, OrderResult } from '../../../domain/protocol/kiosk-report.ts';
import type { StaffRefusal } from '../../../domain/protocol/staff-calls.ts';
import type { StaffClient } from '../staff-client.ts';

/**
 * How an order ended, as far as anybody can know. `refused`: it never reached the kiosk. `not-taken`: the kiosk did not fetch it in time.
 * `unknown`: the kiosk has it, or may have it, and nobody here knows what became of it.
 */
export type OrderEnd =
  | { readonly kind: 'ended'; readonly result: OrderResult }
  | { readonly kind: 'refused'; readonly refusal: StaffRefusal }
  | { readonly kind: 'not-taken' }
  | { readonly kind: 'unknown' };

/** An order but for its id. */
export type NewOrder = KioskOrder extends infer Order ? (Order extends KioskOrder ? Omit<Order, 'id'> : never) : never;

export interface OrderErrand {
  readonly client: Pick<StaffClient, 'call'>;
  readonly kiosk: string;
  readonly order: NewOrder;
  /** Whose sheet it is. */
  readonly visitor?: string;
  /** The kiosk has it now. */
  readonly onFetched?: () => void;
}

export interface OrderClock {
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
}

const askEveryMilliseconds = 400;
/** The hub drops an order after two minutes; somewhat more, so that it is the hub that says so. */
const patienceMilliseconds = 150_000;
/** After them the hub may have taken the order all the same. */
const unsure: readonly StaffRefusal[] = ['offline', 'failed', 'unavailable', 'storage-failed'];

const pageClock: OrderClock = {
  pause: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
  now: () => performance.now(),
};

/** Gives the hub an order for a kiosk and waits for how it ends. It is given once, whatever happens to the network. */
export async function carryOrder(errand: OrderErrand, { pause, now } = pageClock): Promise<OrderEnd> {
  const { client, kiosk, visitor, onFetched } = errand;
  const order = { ...errand.order, id: createId() };
  const given = await client.call('order', { kiosk, order, ...(visitor !== undefined && { visitor }) });
  if (!given.ok && !unsure.includes(given.reason)) return { kind: 'refused', refusal: given.reason };
  const start = now();
  let isFetched = false;
  while (now() - start < patienceMilliseconds) {
    const asked = await client.call('readOrder', { id: order.id });
    if (asked.ok) {
      const { state, result } = asked.value;
      if (state === 'ended' && result) return { kind: 'ended', result };
      if (state === 'expired') return { kind: isFetched ? 'unknown' : 'not-taken' };
      if (state === 'fetched' && !isFetched) {
        isFetched = true;
        onFetched?.();
      }
    } else if (asked.reason === 'not-found') {
      // Unknown to the hub: it never got it, or it started anew and has forgotten.
      return given.ok ? { kind: 'unknown' } : { kind: 'refused', refusal: given.reason };
    } else if (!unsure.includes(asked.reason) && asked.reason !== 'too-many-requests') return { kind: 'unknown' };
    await pause(askEveryMilliseconds);
  }
  return { kind: 'unknown' };
}

/** How an order ended that went straight to the kiosk, which has done it or has not. */
export function endedHere(isDone: boolean): OrderEnd {
  return { kind: 'ended', result: isDone ? { kind: 'done' } : { kind: 'refused', reason: 'failed' } };
}
