import { kioskReportSchema, orderResultRequestSchema, type ReportAnswer } from '../../domain/protocol/kiosk-report.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { refuse, type Refusal } from '../api/refusal.ts';
import { defineRoute } from '../api/route.ts';
import type { StaffParts } from './staff-parts.ts';

/** POST /v1/reports: how a kiosk stands; the answer is what staff ask of it. */
export function report({ store, orders, presence }: Pick<StaffParts, 'store' | 'orders' | 'presence'>) {
  return defineRoute({
    method: 'POST',
    path: '/v1/reports',
    access: 'kiosk',
    body: kioskReportSchema,
    async answer({ body }, { kiosk }): Promise<Result<ReportAnswer, Refusal>> {
      presence.heard(kiosk);
      const put = await store.reports.put(kiosk, body);
      // Orders are handed out once, so not with an answer that says that something failed.
      return put.ok ? ok({ orders: orders.take(kiosk) }) : err(refuse(put.reason));
    },
  });
}

/** POST /v1/order-results: sent again until it is taken; an order that is not known any more is taken, too. */
export function reportOrder({ store, orders }: Pick<StaffParts, 'store' | 'orders'>) {
  return defineRoute({
    method: 'POST',
    path: '/v1/order-results',
    access: 'kiosk',
    body: orderResultRequestSchema,
    async answer({ body: { id, result } }, { kiosk }): Promise<Result<Record<string, never>, Refusal>> {
      const kind = orders.end(kiosk, id, result);
      if (kind === 'unlock-staff' && result.kind === 'done') {
        const cleared = await store.staff.clearTries([`kiosk ${kiosk}`]);
        if (!cleared.ok) return err(refuse(cleared.reason));
      }
      return ok({});
    },
  });
}
