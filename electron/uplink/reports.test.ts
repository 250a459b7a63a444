import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { KioskOrder, KioskReport, OrderResult } from '../../domain/protocol/kiosk-report.ts';
import { openUplink, quietReport, type OpenUplink } from './uplink.fixture.ts';

let report: KioskReport;
let done: KioskOrder[];
let carryOut: (order: KioskOrder) => Promise<OrderResult>;
let { hub, uplink, target, close } = {} as OpenUplink;
beforeEach(async () => {
  report = quietReport;
  done = [];
  carryOut = (order) => {
    done.push(order);
    return Promise.resolve({ kind: 'done' });
  };
  const reporting = { read: () => report, carryOut: (order: KioskOrder) => carryOut(order) };
  ({ hub, uplink, target, close } = await openUplink({ reporting }));
});
afterEach(() => close());

const pause = (): KioskOrder => ({ id: v7(), kind: 'pause', printer: 'badges' });
/** The kiosk's stream of news is open, so that the hub can call. */
async function connect(): Promise<void> {
  await uplink.connect(target());
  await vi.waitFor(() => {
    expect(hub.streams.size).toBe(1);
    expect(hub.state.reports.length).toBeGreaterThan(0);
  }, 10_000);
}
const results = () => Object.fromEntries(hub.state.results);

it('tells how it stands, and again at once when that changes', async () => {
  await connect();
  expect(hub.state.reports[0]).toEqual(quietReport);
  const before = hub.state.reports.length;
  report = { ...quietReport, isStaffLocked: true };
  uplink.wakeReport();
  await vi.waitFor(() => {
    expect(hub.state.reports.length).toBeGreaterThan(before);
    expect(hub.state.reports.at(-1)?.isStaffLocked).toBe(true);
  }, 10_000);
});

it('fetches what staff ask as soon as the hub says that there is something, and tells how it ended', async () => {
  await connect();
  const order = pause();
  hub.askKiosk(order);
  await expect.poll(() => results()).toEqual({ [order.id]: { kind: 'done' } });
  expect(done).toEqual([order]);
});

it('does once what comes twice', async () => {
  await connect();
  const order = pause();
  hub.askKiosk(order, order);
  await expect.poll(() => hub.state.results.size).toBe(1);
  const after = pause();
  hub.askKiosk(order, after);
  await expect.poll(() => hub.state.results.size).toBe(2);
  expect(done).toEqual([order, after]);
});

it('waits with no report for a sheet that takes its time', async () => {
  await connect();
  let finish: (result: OrderResult) => void = () => undefined;
  carryOut = () =>
    new Promise((resolve) => {
      finish = resolve;
    });
  const order = pause();
  hub.askKiosk(order);
  await expect.poll(() => hub.state.orders).toEqual([]);
  const before = hub.state.reports.length;
  uplink.wakeReport();
  await expect.poll(() => hub.state.reports.length).toBeGreaterThan(before);
  expect(results()).toEqual({});
  finish({ kind: 'printed', outcome: { state: 'printed' } });
  await expect.poll(() => results()).toEqual({ [order.id]: { kind: 'printed', outcome: { state: 'printed' } } });
});

it.each(['lose-answer', 'unavailable', 'portal'] as const)(
  'tells how an order ended until the hub has taken it, after: %s',
  async (mishap) => {
    await connect();
    hub.state.mishaps.set('/v1/order-results', mishap);
    const order = pause();
    hub.askKiosk(order);
    await expect.poll(() => hub.state.asked).toContain('POST /v1/order-results');
    const before = hub.state.asked.length;
    hub.state.results.clear();
    hub.state.mishaps.clear();
    await vi.waitFor(() => {
      expect(hub.state.asked.slice(before)).toContain('POST /v1/order-results');
      expect(results()).toEqual({ [order.id]: { kind: 'done' } });
    }, 10_000);
    expect(done).toEqual([order]);
  },
);

it('an order that fails by a bug of ours is answered, and the next is done', async () => {
  await connect();
  carryOut = () => Promise.reject(new Error('a bug'));
  const first = pause();
  hub.askKiosk(first);
  await expect.poll(() => results()).toEqual({ [first.id]: { kind: 'refused', reason: 'failed' } });
  carryOut = () => Promise.resolve({ kind: 'done' });
  const second = pause();
  hub.askKiosk(second);
  await expect.poll(() => results()).toMatchObject({ [second.id]: { kind: 'done' } });
});
