import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { eraseOrderBytes, type EraseOrder } from '../../domain/protocol/erase-order.ts';
import { createCatalogue, createKiosk, createTicketIndex } from '../store/kiosk.fixture.ts';
import { describeStores, must } from '../store/stores.fixture.ts';
import type { Store } from '../store/store.ts';

const writer = { createId: () => randomUUID() as string, sign: (bytes: Uint8Array) => `signed ${bytes.length}` };
const attendee = (number: number, text = 'c') => ({
  index: createTicketIndex(number),
  ciphertext: text.repeat(40),
  sealed: `{"${text}":1}`,
  tag: 't',
});

describeStores('a visitor who withdraws consent', (stores) => {
  async function start() {
    const store = await stores.open();
    must(await store.feed.publishCatalogue(createCatalogue()));
    const [kiosk, other] = [createKiosk('K1'), createKiosk('K2')];
    await kiosk.admitTo(store);
    await other.admitTo(store);
    return { store, kiosk, other };
  }
  const erase = (store: Store, visitor: string) => store.erasure.erase({ ...writer, visitor });
  const list = async (store: Store) =>
    must(await store.records.listSealed({ which: 'all', limit: 1000 })).map(({ record }) => record.id);
  const listOrders = async (store: Store): Promise<EraseOrder[]> =>
    must(await store.feed.page({ cursor: null, limit: 1000 })).changes.flatMap((change) =>
      change.kind === 'erase-order' && change.item !== null ? [change.item] : [],
    );

  it('leaves no record of any of the merged visitors, no pair, no dead letter, no entry on the list', async () => {
    const { store, kiosk, other } = await start();
    must(await store.feed.publishAttendees([attendee(1), attendee(2)]));
    const came = kiosk.checkIn(createTicketIndex(1), { contactIndexes: [5] });
    const corrected = kiosk.checkIn(createTicketIndex(1), { replaces: came.id, claimCode: came.claimCode });
    const broken = { ...kiosk.registration({ replaces: came.id }), signature: 'bm8' };
    const bystander = kiosk.registration({ contactIndexes: [5] });
    must(await kiosk.send(store, [came, corrected, broken, bystander], 1));
    const again = other.checkIn(createTicketIndex(1), { purpose: 'talent-pool' });
    must(await other.send(store, [again], 1));
    const { cursor } = must(await store.feed.page({ cursor: null, limit: 100 }));

    expect(await erase(store, again.id)).toEqual({ ok: true, value: { records: 3, tickets: [createTicketIndex(1)] } });

    expect(await list(store)).toEqual([bystander.id]);
    expect(must(await store.people.listPairs())).toEqual([]);
    expect(must(await store.records.deadLetters()).map(({ text }) => text)).toEqual([null]);
    for (const code of [came.claimCode, again.claimCode])
      expect(must(await store.people.findByClaimCode(code))).toEqual([]);
    expect(must(await store.people.findByTicket(createTicketIndex(1)))).toBe(null);
    expect(must(await store.people.findAttendee(createTicketIndex(1)))).toBe(null);
    const { changes } = must(await store.feed.page({ cursor, limit: 100 }));
    expect(changes).toContainEqual({ kind: 'attendee', id: createTicketIndex(1), item: null });
    const [order] = await listOrders(store);
    expect(order?.records.toSorted()).toEqual([came.id, corrected.id, again.id].toSorted());
    expect(order?.signature).toBe(order && `signed ${eraseOrderBytes(order).length}`);
    // The sequence has no gap, and nobody is erased twice.
    expect(must(await store.records.state('K1')).nextSequence).toBe(5);
    expect(await erase(store, came.id)).toEqual({ ok: false, reason: 'not-found' });
    expect(await erase(store, v7())).toEqual({ ok: false, reason: 'not-found' });
  });

  it('does not come back: not by the same records, not by a correction made offline, not by the ticket, not by the old list', async () => {
    const { store, kiosk, other } = await start();
    must(await store.feed.publishAttendees([attendee(1), attendee(2)]));
    const came = kiosk.checkIn(createTicketIndex(1));
    must(await kiosk.send(store, [came], 1));
    must(await erase(store, came.id));

    expect(must(await kiosk.send(store, [came], 1)).answers).toEqual([{ result: 'duplicate' }]);
    const correction = kiosk.registration({ replaces: came.id, claimCode: came.claimCode, ciphertext: 'late1' });
    const next = kiosk.registration({ replaces: correction.id, claimCode: came.claimCode, ciphertext: 'late2' });
    const copied = { ...kiosk.registration(), id: came.id, ciphertext: 'late3' };
    const broken = { replaces: came.id, text: 'late4' };
    const bystander = kiosk.registration();
    const answers = must(await kiosk.send(store, [correction, next, copied, bystander, broken], 2)).answers;
    expect(answers.map(({ result }) => result)).toEqual(['accepted', 'accepted', 'rejected', 'accepted', 'rejected']);
    const elsewhere = other.checkIn(createTicketIndex(1), { ciphertext: 'late5' });
    must(await other.send(store, [elsewhere], 1));
    expect(must(await store.feed.publishAttendees([attendee(1), attendee(2)]))).toEqual({ changed: 0, removed: 0 });

    expect(await list(store)).toEqual([bystander.id]);
    expect(must(await store.records.deadLetters()).map(({ text }) => text)).toEqual([null, null]);
    expect(must(await store.feed.countAttendees())).toBe(1);
    // Kiosks are told of what was not known when the first order was written, once.
    must(await store.erasure.orderLate(writer));
    must(await store.erasure.orderLate(writer));
    expect((await listOrders(store)).map(({ records }) => records.toSorted())).toEqual([
      [came.id],
      [correction.id, next.id, elsewhere.id].toSorted(),
    ]);
  });

  it('gives seats back, those that are told late as well, and takes nobody else’s', async () => {
    const { store, kiosk } = await start();
    const lease = randomUUID();
    must(await store.seats.lease({ kiosk: 'K1', id: lease, session: 'forum', seats: 3 }));
    const came = kiosk.registration();
    const { claimCode } = came;
    const stranger = kiosk.registration();
    const seats = [
      kiosk.seat({ lease, claimCode }),
      kiosk.seat({ lease, claimCode: stranger.claimCode }),
      kiosk.seat({ action: 'wait', session: 'talk', claimCode }),
    ];
    must(await kiosk.send(store, [came, stranger, ...seats], 1));
    const booked = async () => must(await store.seats.list()).map(({ booked: count, waiting }) => [count, waiting]);
    expect(await booked()).toEqual([
      [2, 0],
      [0, 1],
    ]);
    must(await erase(store, came.id));
    const free = [
      [1, 0],
      [0, 0],
    ];
    expect(await booked()).toEqual(free);
    const late = kiosk.seat({ lease, claimCode });
    must(await kiosk.send(store, [late], 6));
    must(await store.erasure.orderLate(writer));
    expect(await booked()).toEqual(free);
    const [first, second] = await listOrders(store);
    expect(first?.records.toSorted()).toEqual([came.id, seats[0]?.id, seats[2]?.id].toSorted());
    expect(second?.records).toEqual([late.id]);
    // The kiosk cancels them when it follows the order, which changes nothing any more.
    must(await kiosk.send(store, [kiosk.seat({ action: 'cancel', claimCode, cancels: late.id })], 7));
    expect(await booked()).toEqual(free);
  });

  it('is out of the search at another process as well', async () => {
    const { store, kiosk } = await start();
    const other = await stores.open();
    const came = kiosk.registration();
    must(await kiosk.send(store, [came], 1));
    const nothing = { record: 0, erased: 0, attendee: 0 };
    const before = must(await other.people.readChanges(nothing));
    expect(before.records.map(({ visitor }) => visitor)).toEqual([came.id]);
    must(await erase(store, came.id));
    expect(must(await other.people.readChanges(before.reached))).toMatchObject({ records: [], erased: [came.id] });
    expect(must(await other.people.readChanges(nothing)).records).toEqual([]);
  });

  it('leaves no byte in the database’s files', async ({ skip }) => {
    const { store, kiosk } = await start();
    skip(store.kind === 'postgres', 'PostgreSQL’s write-ahead log keeps bytes until it is written over');
    const secret = Buffer.from('somebody who was here').toString('base64url');
    must(await store.feed.publishAttendees([attendee(1, secret), attendee(2, 'other')]));
    const came = kiosk.checkIn(createTicketIndex(1), { ciphertext: secret.repeat(30), claimCode: 'ZZZZ-ZZZZ' });
    const letter = { ...kiosk.registration({ replaces: came.id, ciphertext: secret }), signature: 'bm8' };
    const others = Array.from({ length: 150 }, () => kiosk.registration({ ciphertext: 'n'.repeat(900) }));
    must(await kiosk.send(store, [came, letter, ...others], 1));
    expect(countInFiles(stores.url, secret)).toBeGreaterThan(3);
    must(await erase(store, came.id));
    expect(countInFiles(stores.url, secret)).toBe(0);
    expect(await list(store)).toHaveLength(150);
  });
});

function countInFiles(database: string, text: string): number {
  const folder = dirname(database);
  const found = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1').split(text).length - 1);
  return found.reduce((sum, count) => sum + count, 0);
}
