import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Registration } from '../../domain/registration.ts';
import type { OpenedRecord } from '../../domain/sealing/open-record.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import { createCatalogue, createKiosk, createTicketIndex } from '../store/kiosk.fixture.ts';
import type { Store } from '../store/store.ts';
import { describeStores, must } from '../store/stores.fixture.ts';

function unsigned({ signature: _signature, ...record }: SealedRecord) {
  return record;
}

describeStores('people', (stores) => {
  async function start() {
    const store = await stores.open();
    must(await store.feed.publishCatalogue(createCatalogue()));
    const [first, second] = [createKiosk('K1'), createKiosk('K2')];
    await first.admitTo(store);
    await second.admitTo(store);
    return { store, first, second };
  }
  const find = async (store: Store, { claimCode }: SealedRecord) => must(await store.people.findByClaimCode(claimCode));
  const pairs = async (store: Store) => must(await store.people.listPairs());
  const idsOf = (visitors: readonly { records: readonly SealedRecord[] }[]) =>
    visitors.map(({ records }) => records.map(({ id }) => id));

  it('finds a visitor with all corrections', async () => {
    const { store, first } = await start();
    const record = first.registration();
    const better = first.registration({ replaces: record.id, claimCode: record.claimCode });
    must(await first.send(store, [record, better], 1));
    expect(await find(store, record)).toEqual([
      {
        visitor: record.id,
        claimCode: record.claimCode,
        otherCodes: [],
        records: [
          { ...record, isCurrent: false },
          { ...better, isCurrent: true },
        ],
      },
    ]);
    expect(must(await store.people.findByClaimCode('ZZZZ-ZZZZ'))).toEqual([]);
  });

  it('finds both when two kiosks drew the same claim code', async () => {
    const { store, first, second } = await start();
    const [one, other] = [first.registration(), second.registration({ claimCode: 'K100-0001' })];
    must(await first.send(store, [one], 1));
    must(await second.send(store, [other], 1));
    expect(idsOf(await find(store, one))).toEqual([[one.id], [other.id]]);
  });

  it('merges one ticket at two kiosks at once, keeps the pair, and parts it again', async () => {
    const { store, first, second } = await start();
    const ticket = createTicketIndex(7);
    const [one, other] = [first.checkIn(ticket), second.checkIn(ticket)];
    must(await first.send(store, [one], 1));
    must(await second.send(store, [other], 1));
    const [pair] = await pairs(store);
    expect(pair).toMatchObject({ kind: 'same-ticket', state: 'merged', first: one.id, second: other.id });
    for (const badge of [one, other]) {
      expect(await find(store, badge)).toMatchObject([
        { visitor: one.id, claimCode: one.claimCode, otherCodes: [other.claimCode] },
      ]);
    }
    const list = async () => must(await store.records.listSealed({ which: 'visitors', limit: 10 }));
    expect((await list()).map(({ record, claimCode }) => [record.id, claimCode])).toEqual([[one.id, one.claimCode]]);
    must(await store.people.undo(pair?.id ?? 0));
    expect(idsOf(await find(store, other))).toEqual([[other.id]]);
    expect((await list()).map(({ record }) => record.id)).toEqual([one.id, other.id]);
    expect(must(await store.people.log(pair?.id ?? 0)).map(({ action }) => action)).toEqual([
      'found',
      'merged',
      'undone',
    ]);
  });

  it('merges one ticket also when the correction of the same batch has the contact in common', async () => {
    const { store, first, second } = await start();
    const ticket = createTicketIndex(7);
    const one = first.checkIn(ticket, { contactIndexes: [3] });
    must(await first.send(store, [one], 1));
    const other = second.checkIn(ticket, { contactIndexes: [3] });
    const correction = second.registration({ replaces: other.id, claimCode: other.claimCode, contactIndexes: [3] });
    must(await second.send(store, [other, correction], 1));
    expect(await pairs(store)).toMatchObject([{ kind: 'same-ticket', state: 'merged' }]);
    expect(idsOf(await find(store, other))).toEqual([[one.id, other.id, correction.id]]);
  });

  it('merges two whom a contact made possible when the ticket shows that they are one, unless staff have decided', async () => {
    const { store, first, second } = await start();
    const ticket = createTicketIndex(7);
    const contactIndexes = [5];
    const come = first.registration({ kind: 'check-in', ticketIndex: ticket, contactIndexes });
    must(await first.send(store, [come], 1));
    // A correction arrives before what it corrects, as after a journal that lost its end.
    const late = second.registration({ kind: 'check-in', ticketIndex: ticket, contactIndexes });
    const correction = second.registration({ replaces: late.id, contactIndexes, sequence: 1 });
    must(await second.send(store, [correction], 1));
    expect(await pairs(store)).toMatchObject([{ kind: 'same-contact', state: 'possible' }]);
    must(await second.send(store, [second.sign({ ...unsigned(late), sequence: 2 })], 2));
    const [pair] = await pairs(store);
    expect(pair).toMatchObject({ kind: 'same-ticket', state: 'merged', first: come.id, second: late.id });
    const log = must(await store.people.log(pair?.id ?? 0));
    expect(log.map(({ action }) => action)).toEqual(['found', 'merged']);
    must(await store.people.undo(pair?.id ?? 0));
    const again = second.registration({ kind: 'check-in', ticketIndex: ticket, replaces: late.id, sequence: 3 });
    must(await second.send(store, [again], 3));
    expect(await pairs(store)).toMatchObject([{ kind: 'same-ticket', state: 'possible' }]);
  });

  it('pairs one ticket that reaches two processes at the same time', async () => {
    const { store, first, second } = await start();
    const other = await stores.open();
    const ticket = createTicketIndex(7);
    await Promise.all([first.send(store, [first.checkIn(ticket)], 1), second.send(other, [second.checkIn(ticket)], 1)]);
    expect(await pairs(store)).toMatchObject([{ kind: 'same-ticket', state: 'merged' }]);
  });

  it('pairs a walk-in with whoever has the same contact, but not one check-in with another', async () => {
    const { store, first, second } = await start();
    const guests = [
      first.checkIn(createTicketIndex(1), { contactIndexes: [11, 12] }),
      first.checkIn(createTicketIndex(2), { contactIndexes: [11] }),
      first.registration({ contactIndexes: [12] }),
      first.registration({ contactIndexes: [13] }),
    ];
    must(await first.send(store, guests, 1));
    const late = second.registration({ contactIndexes: [13] });
    must(await second.send(store, [late], 1));
    const [ticket, , walkIn, stranger] = guests.map(({ id }) => id);
    expect(await pairs(store)).toMatchObject([
      { kind: 'same-contact', state: 'possible', first: stranger, second: late.id },
      { kind: 'same-contact', state: 'possible', first: ticket, second: walkIn },
    ]);
  });

  it('does not pair a visitor with their own correction', async () => {
    const { store, first } = await start();
    const record = first.registration({ contactIndexes: [5] });
    must(await first.send(store, [record], 1));
    must(await first.send(store, [first.registration({ contactIndexes: [5], replaces: record.id })], 2));
    expect(await pairs(store)).toEqual([]);
  });

  it('does not make thousands of pairs of a contact that everybody gives', async () => {
    const { store, first } = await start();
    const class5a = Array.from({ length: 60 }, () => first.registration({ contactIndexes: [5] }));
    must(await first.send(store, class5a, 1));
    expect(must(await store.people.listPairs({ limit: 10_000 })).length).toBeLessThanOrEqual(8 * 60);
  });

  it('lets staff compare, merge, and undo; what came since lands right', async () => {
    const { store, first, second } = await start();
    const one = first.registration({ contactIndexes: [5] });
    const other = second.registration({ contactIndexes: [5] });
    must(await first.send(store, [one], 1));
    must(await second.send(store, [other], 1));
    const [{ id } = { id: 0 }] = await pairs(store);
    const compared = must(await store.people.compare(id));
    expect(idsOf([compared.first, compared.second])).toEqual([[one.id], [other.id]]);
    expect(must(await store.people.merge(id))).toMatchObject({ state: 'merged' });
    expect(await store.people.merge(id)).toEqual({ ok: false, reason: 'already-merged' });
    expect(await store.people.dismiss(id)).toEqual({ ok: false, reason: 'already-merged' });
    const better = second.registration({ replaces: other.id, claimCode: other.claimCode });
    must(await second.send(store, [better], 2));
    expect(await find(store, other)).toMatchObject([{ visitor: one.id, claimCode: one.claimCode }]);
    expect(idsOf(await find(store, better))).toEqual([[one.id, other.id, better.id]]);
    expect(must(await store.people.undo(id))).toMatchObject({ state: 'possible' });
    expect(await store.people.undo(id)).toEqual({ ok: false, reason: 'nothing-to-undo' });
    expect(idsOf(await find(store, one))).toEqual([[one.id]]);
    expect(idsOf(await find(store, other))).toEqual([[other.id, better.id]]);
    expect(must(await store.people.dismiss(id))).toMatchObject({ state: 'dismissed' });
    expect(must(await store.people.listPairs({ states: ['possible'] }))).toEqual([]);
    expect(must(await store.people.undo(id))).toMatchObject({ state: 'possible' });
    expect(await store.people.merge(id + 1)).toEqual({ ok: false, reason: 'not-found' });
    expect(await store.people.compare(id + 1)).toEqual({ ok: false, reason: 'not-found' });
  });

  it('asks nothing that another merge has settled', async () => {
    const { store, first } = await start();
    const same = [1, 2, 3].map(() => first.registration({ contactIndexes: [5] }));
    must(await first.send(store, same, 1));
    const all = await pairs(store);
    expect(all).toHaveLength(3);
    for (const { id } of all.slice(1)) must(await store.people.merge(id));
    expect((await pairs(store)).map(({ state }) => state)).toEqual(['merged', 'merged']);
  });

  it('confirms what has the same contact and dismisses what has not, when it may open records', async () => {
    const { store, first } = await start();
    const contacts = ['tai.man+fair@gmail.com', 'TaiMan@googlemail.com', 'other@visitor.example', 'closed'];
    const records = contacts.map((ciphertext) =>
      first.registration({
        contactIndexes: [5],
        ciphertext: Buffer.from(ciphertext).toString('base64url'),
      }),
    );
    must(await first.send(store, records, 1));
    const open = ({ ciphertext }: SealedRecord): Promise<OpenedRecord | null> => {
      const value = Buffer.from(ciphertext, 'base64url').toString();
      const contact = { kind: 'email', value } as const;
      const registration = { contact } as Registration;
      return Promise.resolve(value === 'closed' ? null : { kind: 'registration', registration });
    };
    const decided = must(await store.people.confirmPairs({ open, country: 'HK' }));
    expect(decided).toEqual({ confirmed: 1, dismissed: 2, left: 3 });
    const confirmed = must(await store.people.listPairs({ states: ['confirmed'] }));
    expect(confirmed).toMatchObject([{ first: records[0]?.id, second: records[1]?.id }]);
    const [pair] = confirmed;
    must(await store.people.merge(pair?.id ?? 0));
    expect(must(await store.people.undo(pair?.id ?? 0))).toMatchObject({ state: 'confirmed' });
  });

  it('groups as merges and undoings say, in any order', async () => {
    const { store, first } = await start();
    const records = Array.from({ length: 6 }, () => first.registration({ contactIndexes: [5] }));
    must(await first.send(store, records, 1));
    const all = await pairs(store);
    const merged = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fc.nat(all.length - 1), async (at) => {
        const pair = all[at];
        if (pair === undefined) return;
        const step = merged.has(pair.id) ? 'undo' : 'merge';
        must(await store.people[step](pair.id));
        if (step === 'undo') merged.delete(pair.id);
        else merged.add(pair.id);
        const edges = all.filter(({ id }) => merged.has(id));
        for (const record of records) {
          const wanted = listConnected(record.id, edges);
          const [visitor] = await find(store, record);
          expect(visitor?.records.map(({ id }) => id)).toEqual(
            records.map(({ id }) => id).filter((id) => wanted.has(id)),
          );
          expect(visitor?.claimCode).toBe(records.find(({ id }) => wanted.has(id))?.claimCode);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Naive: looks at every edge until nothing is new. */
function listConnected(start: string, edges: readonly { first: string; second: string }[]): Set<string> {
  const found = new Set([start]);
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const { first, second } of edges) if (found.has(first) || found.has(second)) found.add(first).add(second);
  }
  return found;
}
