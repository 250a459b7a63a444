import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FeedChange } from '../../domain/protocol/feed.ts';
import { openUplink, workshop, type OpenUplink } from './uplink.fixture.ts';

let { hub, uplink, seats, target, close: end } = {} as OpenUplink;
beforeEach(async () => {
  ({ hub, uplink, seats, target, close: end } = await openUplink());
});
afterEach(() => end());

const take = (claimCode: string) => seats.take({ id: v7(), claimCode, session: workshop });
/** As the hub tells it, and takes it back. */
const close = (isClosed: boolean) => {
  const change: FeedChange = {
    kind: 'closed-session',
    id: workshop,
    item: isClosed ? { session: workshop } : null,
  };
  for (const cursor of ['', 'none', 'closed-true', 'closed-false'])
    hub.state.pages.set(cursor, {
      cursor: `closed-${String(isClosed)}`,
      reset: false,
      complete: true,
      changes: [change],
    });
  hub.announce();
};
const free = (isFree: boolean) => expect.poll(() => seats.list(null)).toMatchObject([{ isFree, isClosed: !isFree }]);

it('seats that staff have closed are promised to nobody and go back to the hub, those that are booked stay, and open again they are there', async () => {
  hub.state.seats = 4;
  await uplink.connect(target());
  await free(true);
  const booked = await take('AAAA-0001');
  expect(booked).toMatchObject({ value: { action: 'book' } });
  const held = () => hub.state.leases.reduce((sum, lease) => sum + lease.seats - lease.returned, 0);
  await expect.poll(() => held()).toBeGreaterThan(1);
  close(true);
  await free(false);
  await vi.waitFor(() => {
    expect(held(), 'the booked one').toBe(1);
    expect(hub.state.seats).toBe(3);
  }, 10_000);
  expect(await take('AAAA-0002')).toEqual({ ok: false, reason: 'session-closed' });
  expect(await take('AAAA-0001')).toEqual(booked);
  const asked = hub.state.asked.filter((question) => question === 'POST /v1/leases').length;
  close(true);
  expect(hub.state.asked.filter((question) => question === 'POST /v1/leases')).toHaveLength(asked);

  close(false);
  await free(true);
  expect(await take('AAAA-0002')).toMatchObject({ value: { action: 'book' } });
});

it('closed seats go back also when the hub hears of it only after a restart of the connection', async () => {
  hub.state.seats = 4;
  await uplink.connect(target());
  await free(true);
  hub.state.mishaps.set('/v1/leases/return', 'unavailable');
  close(true);
  await expect.poll(() => hub.state.asked).toContain('POST /v1/leases/return');
  await uplink.connect(null);
  expect(hub.state.leases[0]?.returned).toBe(0);
  hub.state.mishaps.clear();
  close(false);
  await uplink.connect(target());
  await expect.poll(() => hub.state.leases[0]?.returned).toBeGreaterThan(0);
});
