import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { EraseOrder } from '../../domain/protocol/erase-order.ts';
import { createRegistrar } from '../journal/registrar.ts';
import { createRegistration } from '../journal/test-records.ts';
import { openUplink, owner, workshop, type OpenUplink } from './uplink.fixture.ts';

let { hub, journal, own, uplink, seats, register, readJournalFiles, target, close } = {} as OpenUplink;
beforeEach(async () => {
  ({ hub, journal, own, uplink, seats, register, readJournalFiles, target, close } = await openUplink());
});
afterEach(() => close());

const publish = (...orders: EraseOrder[]) => {
  const changes = orders.map((item) => ({ kind: 'erase-order', id: item.id, item }) as const);
  // For a kiosk that has nothing, and for one that was there before.
  for (const cursor of ['', 'none'])
    hub.state.pages.set(cursor, { cursor: 'a', reset: cursor === '', complete: true, changes });
};
const readAll = () => {
  const all = journal.list({ ...owner, afterSequence: 0, limit: 100 });
  if (!all.ok) throw new Error('the journal cannot be read');
  return all.value;
};

it('a withdrawal empties what the hub names and corrections that it has not heard of, on the disk as well, and nobody else', async () => {
  await register();
  const [first] = readAll();
  const registrar = createRegistrar({ own, event: () => ({ sealingKey: 'k', country: 'HK' }) });
  const registration = createRegistration({ name: { own: '陳大民', latin: '' } });
  await registrar.register({ id: v7(), replaces: first?.id ?? '', registration });
  const erased = readAll();
  await register();
  const stays = readAll().slice(2);
  const order = hub.eraseOrder([first?.id ?? '', v7()]);
  const forged = { ...hub.eraseOrder(stays.map(({ id }) => id)), signature: order.signature };
  publish(order, forged);
  await uplink.connect(target());
  await vi.waitFor(() => {
    expect(hub.state.records.size).toBe(3);
    expect(readAll()).toEqual(stays);
  }, 10_000);
  // Those that were sent before the order was heard are sent; the journal has the same places, and nothing in them.
  expect(journal.find(erased[1]?.id ?? '')).toMatchObject({
    value: { kind: 'tombstone', order: order.id, sequence: 2 },
  });
  await vi.waitFor(() => {
    const bytes = readJournalFiles();
    for (const { ciphertext, claimCode } of erased) {
      for (const trace of [ciphertext, ciphertext.slice(40, 90), claimCode])
        expect(bytes.some((file) => file.includes(trace))).toBe(false);
    }
    expect(bytes.some((file) => file.includes(stays[0]?.ciphertext ?? ''))).toBe(true);
  }, 10_000);
});

it('a withdrawal followed again changes nothing, and gives seats back once, those of other kiosks’ visitors as well', async () => {
  await uplink.connect(target());
  await expect.poll(() => seats.list(null)).toMatchObject([{ isFree: true }]);
  await register();
  const [visitor] = readAll();
  const claimCode = visitor?.claimCode ?? '';
  const own1 = await seats.take({ id: v7(), claimCode, session: workshop });
  const guest = await seats.take({ id: v7(), claimCode: 'AAAA-0001', session: workshop });
  const other = await seats.take({ id: v7(), claimCode: 'AAAA-0002', session: workshop });
  if (!own1.ok || !guest.ok || !other.ok) throw new Error('no seat');
  publish(hub.eraseOrder([visitor?.id ?? '', guest.value.id]));
  await vi.waitFor(() => {
    hub.announce();
    expect(readAll()).toEqual([]);
  }, 10_000);
  await vi.waitFor(() => {
    const cancelled = [...hub.state.records.values()].flatMap((record) =>
      record?.kind === 'seat' && record.action === 'cancel' ? [record.cancels] : [],
    );
    expect(cancelled.toSorted()).toEqual([own1.value.id, guest.value.id].toSorted());
  }, 10_000);
  const before = journal.nextSequence(owner);
  const asked = hub.state.asked.filter((line) => line.startsWith('GET /v1/feed')).length;
  hub.announce();
  await expect
    .poll(() => hub.state.asked.filter((line) => line.startsWith('GET /v1/feed')).length)
    .toBeGreaterThan(asked);
  await uplink.connect(null);
  expect(journal.nextSequence(owner)).toEqual(before);
  expect(seats.list('AAAA-0002')).toMatchObject([{ mine: { id: other.value.id } }]);
  expect(seats.list('AAAA-0001')).toMatchObject([{ mine: null }]);
});
