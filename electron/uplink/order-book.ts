import type { Logger } from 'pino';
import { z } from 'zod';
import type { KioskOrder, OrderResult } from '../../domain/protocol/kiosk-report.ts';
import { ok, type Result } from '../../domain/result.ts';
import { createRecent } from '../recent.ts';
import type { HubClient, HubFailure } from './hub-client.ts';

/** Remembered, so that an order that comes twice is carried out once; the hub forgets one after minutes. */
const mostRemembered = 500;

export interface OrderBookParts {
  readonly carryOut: (order: KioskOrder) => Promise<OrderResult>;
  readonly logger: Logger;
  /** A result waits to be told. */
  readonly onEnded: () => void;
}

/** What staff elsewhere ask of this kiosk: each once, and its end told until the hub has taken it. In memory only: orders hold pictures of names. */
export interface OrderBook {
  take(order: KioskOrder): void;
  tell(client: Pick<HubClient, 'ask'>, signal: AbortSignal): Promise<Result<void, HubFailure>>;
}

/** A portal's page is none. */
const taken = z.looseObject({});

export function createOrderBook({ carryOut, logger, onEnded }: OrderBookParts): OrderBook {
  const known = createRecent<true>(mostRemembered);
  const results = new Map<string, OrderResult>();

  async function work(order: KioskOrder): Promise<void> {
    const { id, kind } = order;
    const result = await carryOut(order).catch((): OrderResult => ({ kind: 'refused', reason: 'failed' }));
    logger.info({ order: id, what: kind, ...result }, 'order');
    results.set(id, result);
    onEnded();
  }

  return {
    take(order) {
      if (known.has(order.id)) return;
      known.set(order.id, true);
      void work(order);
    },
    async tell(client, signal) {
      for (const [id, result] of results) {
        const question = { method: 'POST', path: '/v1/order-results', answer: taken } as const;
        const told = await client.ask({ ...question, body: { id, result }, signal });
        // A hub that refuses it for good would refuse it forever.
        const isRefused = !told.ok && (told.reason.word === 'not-found' || told.reason.word === 'bad-request');
        if (!told.ok && !isRefused) return told;
        results.delete(id);
      }
      return ok();
    },
  };
}
