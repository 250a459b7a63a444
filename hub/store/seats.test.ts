import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCatalogue, createKiosk, createSession, type TestKiosk } from './kiosk.fixture.ts';
import type { Store } from './store.ts';
import { describeStores, must } from './stores.fixture.ts';

const accepted = { result: 'accepted' };
const noLease = { result: 'rejected', reason: 'no-lease' };

describeStores('seats', (stores) => {
  async function start(capacity = 50) {
    const store = await stores.open();
    const sessions = [createSession('forum', capacity), createSession('workshop', 5), createSession('talk')];
    must(await store.feed.publishCatalogue(createCatalogue({ sessions })));
    const kiosk = createKiosk('K1');
    await kiosk.admitTo(store);
    return { store, kiosk };
  }
  const lease = async (store: Store, kiosk: TestKiosk, seats: number, session = 'forum') =>
    must(await store.seats.lease({ kiosk: kiosk.kiosk, id: randomUUID(), session, seats }));
  const forum = async (store: Store) => must(await store.seats.list()).find(({ session }) => session === 'forum');

  it('leases up to the capacity, and the same lease for the same id', async () => {
    const { store } = await start(12);
    const id = randomUUID();
    const first = { id, session: 'forum', seats: 10, returned: 0 };
    expect(must(await store.seats.lease({ kiosk: 'K1', id, session: 'forum', seats: 10 }))).toEqual(first);
    expect(must(await store.seats.lease({ kiosk: 'K1', id, session: 'workshop', seats: 3 }))).toEqual(first);
    const foreign = await store.seats.lease({ kiosk: 'K2', id, session: 'forum', seats: 10 });
    expect(foreign).toEqual({ ok: false, reason: 'not-found' });
    const second = { kiosk: 'K1', id: randomUUID(), session: 'forum', seats: 10 };
    expect(must(await store.seats.lease(second))).toMatchObject({ seats: 2 });
    const third = { ...second, id: randomUUID() };
    expect(must(await store.seats.lease(third))).toMatchObject({ seats: 0 });
    expect(await forum(store)).toEqual({ session: 'forum', capacity: 12, held: 12, booked: 0, waiting: 0 });
    must(await store.seats.giveBack({ kiosk: 'K1', id, returned: 4 }));
    expect(must(await store.seats.lease(third))).toMatchObject({ seats: 4 });
  });

  it.each(['talk', 'nothing'])('leases nothing of %s, which has no limit or is none', async (session) => {
    const { store } = await start();
    const asked = await store.seats.lease({ kiosk: 'K1', id: randomUUID(), session, seats: 1 });
    expect(asked).toEqual({ ok: false, reason: 'not-found' });
  });

  it('counts what is given back in all, and never takes it back', async () => {
    const { store, kiosk } = await start();
    const { id } = await lease(store, kiosk, 10);
    const give = (returned: number, name = 'K1') => store.seats.giveBack({ kiosk: name, id, returned });
    expect(must(await give(3))).toMatchObject({ returned: 3 });
    expect(must(await give(2))).toMatchObject({ returned: 3 });
    expect(must(await give(99))).toMatchObject({ returned: 10 });
    expect(await give(1, 'K2')).toEqual({ ok: false, reason: 'not-found' });
  });

  it('books a seat of a lease of that kiosk for that session, while there is one', async () => {
    const { store, kiosk } = await start();
    const { id } = await lease(store, kiosk, 2);
    // Given back after a booking that is still on its way was cancelled: it does not count against bookings.
    must(await store.seats.giveBack({ kiosk: 'K1', id, returned: 1 }));
    const other = createKiosk('K2');
    await other.admitTo(store);
    const foreign = await lease(store, other, 2);
    const records = [
      kiosk.seat({ lease: id }),
      kiosk.seat({ lease: id, session: 'workshop' }),
      kiosk.seat({ lease: foreign.id }),
      kiosk.seat({ lease: randomUUID() }),
      kiosk.seat({ lease: null }),
      kiosk.seat({ lease: id }),
      kiosk.seat({ lease: id }),
    ];
    const { answers } = must(await kiosk.send(store, records, 1));
    expect(answers).toEqual([accepted, noLease, noLease, noLease, noLease, accepted, noLease]);
    const again = must(await kiosk.send(store, records, 1)).answers;
    expect(again.map(({ result }) => result)).toEqual(
      answers.map(({ result }) => (result === 'accepted' ? 'duplicate' : result)),
    );
    expect(await forum(store)).toMatchObject({ booked: 2, held: 3 });
  });

  it('frees a seat of the lease when its booking is cancelled, once', async () => {
    const { store, kiosk } = await start();
    const { id } = await lease(store, kiosk, 1);
    const booking = kiosk.seat({ lease: id });
    must(await kiosk.send(store, [booking, kiosk.seat({ action: 'wait' })], 1));
    expect(await forum(store)).toMatchObject({ booked: 1, waiting: 1 });
    const batch = [
      kiosk.seat({ action: 'cancel', cancels: booking.id }),
      kiosk.seat({ action: 'cancel', cancels: booking.id }),
      kiosk.seat({ lease: id }),
      kiosk.seat({ lease: id }),
    ];
    expect(must(await kiosk.send(store, batch, 3)).answers).toEqual([accepted, accepted, accepted, noLease]);
    expect(await forum(store)).toMatchObject({ booked: 1, waiting: 1, held: 1 });
  });

  it('never takes leased seats back when the capacity shrinks', async () => {
    const { store, kiosk } = await start(20);
    await lease(store, kiosk, 10);
    must(await store.feed.publishCatalogue(createCatalogue({ sessions: [createSession('forum', 6)] })));
    expect(await lease(store, kiosk, 5)).toMatchObject({ seats: 0 });
    expect(await forum(store)).toMatchObject({ capacity: 6, held: 10 });
  });

  it('is never oversold by processes that lease at the same time', async () => {
    const { store } = await start(50);
    const others = await Promise.all([stores.open(), stores.open()]);
    const ask = (index: number) => {
      const from = [store, ...others][index % 3] ?? store;
      return from.seats.lease({ kiosk: `K${index}`, id: randomUUID(), session: 'forum', seats: 1 + (index % 10) });
    };
    const asked = await Promise.all(Array.from({ length: 20 }, (_, index) => ask(index)));
    expect(asked.reduce((sum, answer) => sum + must(answer).seats, 0)).toBe(50);
    expect(await forum(store)).toMatchObject({ held: 50 });
  });

  it('believes leases and bookings of the hub that it stands in for, in either order', async () => {
    const { store, kiosk } = await start(10);
    must(await store.seats.markRestored());
    expect(must(await store.seats.areOpen())).toBe(false);
    expect(await lease(store, kiosk, 5)).toMatchObject({ seats: 0 });
    const id = randomUUID();
    const early = [kiosk.seat({ lease: id }), kiosk.seat({ lease: id })];
    expect(must(await kiosk.send(store, early, 1)).answers).toEqual([accepted, accepted]);
    expect(await forum(store)).toMatchObject({ held: 2, booked: 2 });
    const leases = [{ id, session: 'forum', seats: 8, returned: 1 }];
    expect(must(await store.seats.report({ kiosk: 'K1', leases }))).toEqual(leases);
    expect(must(await store.seats.report({ kiosk: 'K1', leases }))).toEqual(leases);
    expect(must(await store.seats.report({ kiosk: 'K2', leases }))).toEqual([]);
    must(await store.seats.setOpen(true));
    expect(await lease(store, kiosk, 5)).toMatchObject({ seats: 3 });
    expect(await forum(store)).toMatchObject({ held: 10, booked: 2 });
  });

  it('never holds more than the capacity, and never books more than is held', async () => {
    const { store, kiosk } = await start(15);
    let sequence = 1;
    const known: string[] = [];
    const step = fc.record({
      action: fc.constantFrom('lease', 'return', 'book', 'cancel'),
      seats: fc.integer({ min: 1, max: 10 }),
      pick: fc.nat(20),
    });
    const booked: string[] = [];
    await fc.assert(
      fc.asyncProperty(step, async ({ action, seats, pick }) => {
        const id = known[pick % Math.max(1, known.length)] ?? randomUUID();
        if (action === 'lease') known.push((await lease(store, kiosk, seats)).id);
        else if (action === 'return') await store.seats.giveBack({ kiosk: 'K1', id, returned: seats });
        else {
          const cancels = booked[pick % Math.max(1, booked.length)] ?? randomUUID();
          const record = action === 'book' ? kiosk.seat({ lease: id }) : kiosk.seat({ action, cancels });
          const { answers } = must(await kiosk.send(store, [record], sequence));
          sequence += 1;
          if (action === 'book' && answers[0]?.result === 'accepted') booked.push(record.id);
        }
        const now = await forum(store);
        expect(now?.held).toBeLessThanOrEqual(15);
        expect(now?.held).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 150 },
    );
  });
});
