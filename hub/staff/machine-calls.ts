import { err, ok, type Result } from '../../domain/result.ts';
import type { KioskOrder } from '../../domain/protocol/kiosk-report.ts';
import type { StaffRefusal } from '../../domain/protocol/staff-calls.ts';
import { describeKiosks } from './describe-kiosks.ts';
import type { StaffParts } from './staff-parts.ts';
import type { StaffAsked, StaffRoutes } from './staff-routes.ts';
import type { StaffSession } from './staff-session.ts';

export function createMachineCalls(parts: StaffParts): Pick<StaffRoutes, 'kiosks' | 'order' | 'readOrder'> {
  const { store, news, now, orders, presence } = parts;

  async function order(
    { kiosk, order: asked, visitor }: StaffAsked<'order'>,
    session: StaffSession,
  ): Promise<Result<Record<string, never>, StaffRefusal>> {
    const may = mayOrder(asked, session, visitor);
    if (!may.ok) return may;
    const known = await store.kiosks.find(kiosk);
    if (!known.ok) return known;
    if (known.value === null || known.value.isRevoked) return err('not-found');
    if (!presence.isHere(kiosk)) return err('kiosk-away');
    const subjects = [
      kiosk,
      asked.id,
      asked.kind,
      ...describeSubject(asked),
      ...(visitor === undefined ? [] : [visitor]),
    ];
    // Noted before it is done: what cannot be noted is not done.
    const noted = await store.audit.append({ session, action: 'order', subjects });
    if (!noted.ok) return noted;
    const added = orders.add(kiosk, asked);
    if (!added.ok) return err('too-many-requests');
    news.tellOrders(kiosk);
    return ok({});
  }

  return {
    async kiosks() {
      const kiosks = await store.kiosks.list();
      if (!kiosks.ok) return kiosks;
      const reports = await store.reports.list();
      if (!reports.ok) return reports;
      const listening = new Set(news.kiosks());
      return ok({
        kiosks: describeKiosks({ kiosks: kiosks.value, reports: reports.value, listening, now: now() }),
        now: now(),
      });
    },
    order,
    readOrder({ id }) {
      const state = orders.read(id);
      return Promise.resolve(state === null ? err('not-found') : ok(state));
    },
  };
}

/** By role and kind; a badge belongs to somebody, and the trail says to whom. */
function mayOrder(
  order: KioskOrder,
  { staff }: StaffSession,
  visitor: string | undefined,
): Result<void, 'not-allowed' | 'bad-request'> {
  switch (order.kind) {
    case 'print':
      if (order.document === 'test') return ok();
      if (staff.role === 'technician') return err('not-allowed');
      return order.document === 'badge' && visitor === undefined ? err('bad-request') : ok();
    case 'pause':
    case 'resume':
    case 'move':
    case 'paper-changed':
      return ok();
    case 'unlock-staff':
    case 'update-now':
      return staff.role === 'helper' ? err('not-allowed') : ok();
    case 'go-live':
      return staff.role === 'supervisor' ? ok() : err('not-allowed');
  }
}

function describeSubject(order: KioskOrder): string[] {
  switch (order.kind) {
    case 'print':
      return [order.printer, order.document, order.copy];
    case 'move':
      return [order.printer, ...(order.to === null ? [] : [order.to])];
    case 'pause':
    case 'resume':
    case 'paper-changed':
      return [order.printer];
    case 'unlock-staff':
    case 'update-now':
      return [];
    case 'go-live':
      return [order.reason];
  }
}
