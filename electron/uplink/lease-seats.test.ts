import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openUplink, workshop, type OpenUplink } from './uplink.fixture.ts';

let { hub, uplink, seats, target, close } = {} as OpenUplink;
beforeEach(async () => {
  ({ hub, uplink, seats, target, close } = await openUplink());
});
afterEach(() => close());

const take = (claimCode: string, id = v7()) => seats.take({ id, claimCode, session: workshop });

it('seats are promised from a lease, also when the hub is away, and beyond it there is the waiting list', async () => {
  await uplink.connect(target());
  await expect.poll(() => seats.list(null)).toMatchObject([{ session: workshop, isFree: true }]);
  await uplink.connect(null);
  const granted = hub.state.leases[0]?.seats ?? 0;
  const taken = [];
  for (let index = 0; index <= granted; index += 1) taken.push(await take(`AAAA-000${String(index)}`));
  expect(taken.map((each) => each.ok && each.value.action)).toEqual([...Array<string>(granted).fill('book'), 'wait']);
  expect(seats.list(null)).toMatchObject([{ isFree: false }]);
});

it('seats are topped up while the hub is there, and never beyond what it grants', async () => {
  hub.state.seats = 3;
  await uplink.connect(target());
  for (const claimCode of ['AAAA-0001', 'AAAA-0002', 'AAAA-0003']) {
    await expect.poll(() => seats.list(null)).toMatchObject([{ isFree: true }]);
    expect(await take(claimCode)).toMatchObject({ value: { action: 'book' } });
  }
  // Asked once more, the hub has none left to give.
  const asked = () => hub.state.asked.filter((question) => question === 'POST /v1/leases').length;
  const before = asked();
  for (const claimCode of ['AAAA-0004', 'AAAA-0005'])
    expect(await take(claimCode)).toMatchObject({ value: { action: 'wait' } });
  await expect.poll(asked).toBeGreaterThan(before);
  expect(seats.list(null)).toMatchObject([{ isFree: false }]);
});

it('seats asked for again are the same, by id and by visitor; a cancelled one is free again', async () => {
  await uplink.connect(target());
  await expect.poll(() => seats.list(null)).toMatchObject([{ isFree: true }]);
  const id = v7();
  const first = await take('AAAA-0001', id);
  expect(await take('AAAA-0001', id)).toEqual(first);
  expect(await take('AAAA-0001')).toEqual(first);
  expect(seats.list('AAAA-0001')).toMatchObject([{ mine: { id, action: 'book' } }]);
  const cancelled = await seats.cancel({ id: v7(), claimCode: 'AAAA-0001', cancels: id });
  expect(cancelled).toMatchObject({ value: { action: 'cancel', cancels: id } });
  expect(seats.list('AAAA-0001')).toMatchObject([{ mine: null, isFree: true }]);
  expect(await seats.cancel({ id: v7(), claimCode: 'AAAA-0001', cancels: id })).toEqual({
    ok: false,
    reason: 'unknown-record',
  });
  expect(await seats.take({ id: v7(), claimCode: 'AAAA-0001', session: 'forum-1' })).toEqual({
    ok: false,
    reason: 'unknown-session',
  });
});

it('seats of a lease whose answer was lost are the same lease', async () => {
  hub.state.mishaps.set('/v1/leases', 'lose-answer');
  await uplink.connect(target());
  await expect.poll(() => hub.state.leases).toHaveLength(1);
  hub.state.mishaps.clear();
  await expect.poll(() => seats.list(null)).toMatchObject([{ isFree: true }]);
  expect(hub.state.leases).toHaveLength(1);
});
