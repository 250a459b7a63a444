import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { createCatalogue, createKiosk, createTicketIndex } from '../store/kiosk.fixture.ts';
import { describeStores, must } from '../store/stores.fixture.ts';
import type { Store } from '../store/store.ts';
import { receiptBytes } from './receipt.ts';

const due = Date.UTC(2026, 6, 1);
const sign = (bytes: Uint8Array) => `signed ${bytes.length}`;

describeStores('retention', (stores) => {
  async function start() {
    const store = await stores.open();
    must(await store.feed.publishCatalogue(createCatalogue({ sessions: [] })));
    const kiosk = createKiosk('K1');
    await kiosk.admitTo(store);
    return { store, kiosk };
  }
  const purge = async (store: Store, purpose: 'registration' | 'talent-pool') =>
    must(await store.retention.purge({ order: randomUUID(), purpose, due, sign }));
  const list = async (store: Store) =>
    must(await store.records.listSealed({ which: 'all', limit: 100 })).map(({ record }) => record.id);

  it('empties one purpose, and leaves the other', async () => {
    const { store, kiosk } = await start();
    const short = kiosk.registration({ contactIndexes: [5] });
    const long = kiosk.registration({ purpose: 'talent-pool', contactIndexes: [5] });
    must(await kiosk.send(store, [short, long, { broken: true }, { purpose: 'talent-pool' }], 1));
    const attendee = { index: createTicketIndex(1), ciphertext: 'c'.repeat(40), sealed: '{}', tag: 't' };
    must(await store.feed.publishAttendees([attendee]));
    const { cursor } = must(await store.feed.page({ cursor: null, limit: 100 }));
    const receipt = await purge(store, 'registration');
    expect(receipt).toMatchObject({
      order: { event: 'micro-e-2026', purpose: 'registration' },
      counts: { sealedRecords: 1, deadLetters: 1, attendees: 1 },
      due,
      at: stores.now,
      signature: `signed ${receiptBytes(receipt).length}`,
    });
    expect(await list(store)).toEqual([long.id]);
    expect(must(await store.people.findByClaimCode(short.claimCode))).toEqual([]);
    const letters = must(await store.records.deadLetters());
    expect(letters.map(({ text }) => text)).toEqual(['{"purpose":"talent-pool"}', null]);
    expect(must(await store.feed.page({ cursor, limit: 100 })).changes).toEqual([
      { kind: 'attendee', id: attendee.index, item: null },
      { kind: 'purge-order', id: receipt.order.id, item: receipt.order },
    ]);
    expect(must(await store.retention.receipts())).toEqual({ hub: [receipt], kiosks: [] });
    expect(await store.feed.publishAttendees([attendee])).toEqual({ ok: false, reason: 'unavailable' });
  });

  it('keeps nothing of what arrives after its purge, and counts it as had', async () => {
    const { store, kiosk } = await start();
    await purge(store, 'registration');
    const late = kiosk.registration({ contactIndexes: [5] });
    const answer = { result: 'accepted' };
    expect(must(await kiosk.send(store, [late, { broken: 1 }], 1))).toMatchObject({
      answers: [answer, {}],
      nextSequence: 3,
    });
    expect(must(await kiosk.send(store, [late], 1)).answers).toEqual([{ result: 'duplicate' }]);
    expect(await list(store)).toEqual([]);
    expect(must(await store.records.deadLetters())).toMatchObject([{ text: null }]);
  });

  it('does not bring back what a purged correction had replaced, early or late', async () => {
    const { store, kiosk } = await start();
    const open = [1, 2].map(() => kiosk.registration({ purpose: 'talent-pool' }));
    const [early, late] = open.map(({ id }) => kiosk.registration({ replaces: id }));
    must(await kiosk.send(store, [...open, early], 1));
    expect((await purge(store, 'registration')).counts.sealedRecords).toBe(2);
    expect(await list(store)).toEqual([open[1]?.id]);
    must(await kiosk.send(store, [late], 4));
    expect(await list(store)).toEqual([]);
  });

  it('sweeps again under the same order', async () => {
    const { store, kiosk } = await start();
    must(await kiosk.send(store, [kiosk.registration()], 1));
    const first = await purge(store, 'registration');
    const again = await purge(store, 'registration');
    expect(again).toMatchObject({ order: first.order, counts: first.counts });
    const { changes } = must(await store.feed.page({ cursor: null, limit: 100 }));
    expect(changes.filter(({ kind }) => kind === 'purge-order')).toHaveLength(1);
  });

  it('needs an event', async () => {
    const store = await stores.open();
    const purged = await store.retention.purge({ order: randomUUID(), purpose: 'registration', due, sign });
    expect(purged).toEqual({ ok: false, reason: 'unavailable' });
  });

  it('keeps the receipts of kiosks, and tombstones in their place', async () => {
    const { store, kiosk } = await start();
    const order = randomUUID();
    const records = [
      kiosk.other({ kind: 'tombstone', order }),
      kiosk.other({ kind: 'purge', order, purged: 1 }),
      kiosk.registration(),
    ];
    expect(must(await kiosk.send(store, records, 1))).toMatchObject({ nextSequence: 4 });
    expect(must(await store.retention.receipts()).kiosks).toEqual([
      { kiosk: 'K1', order, purpose: 'registration', purged: 1 },
    ]);
  });

  it('leaves no byte of it in the database’s files', async ({ skip }) => {
    const { store, kiosk } = await start();
    skip(store.kind === 'postgres', 'PostgreSQL’s write-ahead log keeps bytes until it is written over');
    const secret = Buffer.from('somebody who was here').toString('base64url');
    const records = Array.from({ length: 150 }, () => kiosk.registration({ ciphertext: secret.repeat(30) }));
    must(await kiosk.send(store, [...records, { secret }], 1));
    const attendee = { index: createTicketIndex(1), ciphertext: secret.repeat(2), sealed: secret, tag: secret };
    must(await store.feed.publishAttendees([attendee]));
    expect(countInFiles(stores.url, secret)).toBeGreaterThan(1);
    await purge(store, 'registration');
    expect(countInFiles(stores.url, secret)).toBe(0);
  });
});

function countInFiles(database: string, text: string): number {
  const folder = dirname(database);
  const found = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1').split(text).length - 1);
  return found.reduce((sum, count) => sum + count, 0);
}
