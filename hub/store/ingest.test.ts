import { expect, it } from 'vitest';
import { createCatalogue, createKiosk } from './kiosk.fixture.ts';
import { describeStores, must } from './stores.fixture.ts';

const accepted = { result: 'accepted' };
const duplicate = { result: 'duplicate' };

describeStores('the intake', (stores) => {
  async function start(...names: string[]) {
    const store = await stores.open();
    must(await store.feed.publishCatalogue(createCatalogue()));
    const kiosks = names.map(createKiosk);
    for (const kiosk of kiosks) await kiosk.admitTo(store);
    const [kiosk = createKiosk('none')] = kiosks;
    return { store, kiosk, kiosks };
  }

  it('accepts a batch once, and says so again', async () => {
    const { store, kiosk } = await start('K1');
    const records = [kiosk.registration(), kiosk.registration(), kiosk.registration()];
    const first = must(await kiosk.send(store, records, 1));
    expect(first).toEqual({ epoch: store.epoch, answers: [accepted, accepted, accepted], nextSequence: 4 });
    const again = must(await kiosk.send(store, records, 1));
    expect(again).toEqual({ epoch: store.epoch, answers: [duplicate, duplicate, duplicate], nextSequence: 4 });
    expect(must(await store.records.state('K1'))).toEqual({ epoch: store.epoch, nextSequence: 4 });
    const listed = must(await store.records.listSealed({ which: 'all', limit: 10 }));
    expect(listed.map(({ record }) => record)).toEqual(records);
  });

  it('has what it accepted when it is opened again', async () => {
    const { store, kiosk } = await start('K1');
    const record = kiosk.registration();
    must(await kiosk.send(store, [record], 1));
    const other = await stores.open();
    expect(other.epoch).toBe(store.epoch);
    expect(must(await other.records.listSealed({ which: 'all', limit: 10 }))).toMatchObject([{ record }]);
  });

  it('goes on where a batch reaches beyond what it has', async () => {
    const { store, kiosk } = await start('K1');
    const records = [kiosk.registration(), kiosk.registration(), kiosk.registration()];
    must(await kiosk.send(store, records.slice(0, 2), 1));
    const { answers, nextSequence } = must(await kiosk.send(store, records.slice(1), 2));
    expect(answers).toEqual([duplicate, accepted]);
    expect(nextSequence).toBe(4);
  });

  it('refuses a gap and another epoch, and says where to go on', async () => {
    const { store, kiosk } = await start('K1');
    const [first, second] = [kiosk.registration(), kiosk.registration()];
    const reason = { code: 'out-of-sequence', state: { epoch: store.epoch, nextSequence: 1 } };
    expect(await kiosk.send(store, [second], 2)).toEqual({ ok: false, reason });
    const strange = '00000000-0000-4000-8000-000000000000';
    expect(await kiosk.send(store, [first], 1, strange)).toEqual({ ok: false, reason });
    expect(must(await store.records.count()).accepted).toBe(0);
  });

  it('takes nothing before there is an event', async () => {
    const store = await stores.open();
    const kiosk = createKiosk('K1');
    await kiosk.admitTo(store);
    expect(await kiosk.send(store, [kiosk.registration()], 1)).toEqual({ ok: false, reason: 'unavailable' });
  });

  it('keeps what it cannot take as a dead letter, takes its sequence, and goes on', async () => {
    const { store, kiosk } = await start('K1', 'K2');
    const poison = { kind: 'registration', text: 'broken \u0000 \ud800' };
    const forged = { ...kiosk.registration({ sequence: 2 }), claimCode: 'AAAA-0009' };
    const foreign = createKiosk('K2').registration({ sequence: 3 });
    const elsewhere = kiosk.registration({ sequence: 9 });
    const good = kiosk.registration({ sequence: 5 });
    const batch = [poison, forged, foreign, elsewhere, good];
    const answers = [
      { result: 'rejected', reason: 'malformed' },
      { result: 'rejected', reason: 'bad-signature' },
      { result: 'rejected', reason: 'foreign' },
      { result: 'rejected', reason: 'malformed' },
      accepted,
    ];
    expect(must(await kiosk.send(store, batch, 1))).toMatchObject({ answers, nextSequence: 6 });
    expect(must(await kiosk.send(store, batch, 1))).toMatchObject({ answers: [...answers.slice(0, 4), duplicate] });
    const letters = must(await store.records.deadLetters());
    expect(letters.map(({ sequence, reason }) => [sequence, reason])).toEqual([
      [4, 'malformed'],
      [3, 'foreign'],
      [2, 'bad-signature'],
      [1, 'malformed'],
    ]);
    expect(JSON.parse(letters[3]?.text ?? '')).toEqual(poison);
    expect(must(await store.kiosks.list()).map(({ kiosk: name, deadLetters }) => [name, deadLetters])).toEqual([
      ['K1', 4],
      ['K2', 0],
    ]);
  });

  it('leaves signatures to whoever reads, when the whole request was proved', async () => {
    const { store, kiosk } = await start('K1');
    const records = [kiosk.registration(), { ...kiosk.registration(), ciphertext: 'changed' }];
    const batch = { kiosk: 'K1', publicKey: kiosk.publicKey, epoch: store.epoch, from: 1, records };
    expect(must(await store.records.ingest({ ...batch, proof: 'request' })).answers).toEqual([accepted, accepted]);
    const listed = must(await store.records.listSealed({ which: 'all', limit: 10 }));
    expect(listed.map(({ isSigned }) => isSigned)).toEqual([true, false]);
  });

  it('keeps 64 KB of a dead letter', async () => {
    const { store, kiosk } = await start('K1');
    must(await kiosk.send(store, [{ text: `x${'😀'.repeat(60_000)}` }], 1));
    const [letter] = must(await store.records.deadLetters());
    expect(letter?.text?.length).toBe(65_536);
  });

  it('takes what a journal that lost its end writes under the same sequences, once', async () => {
    const { store, kiosk } = await start('K1');
    const lost = [kiosk.registration({ sequence: 1 }), kiosk.registration({ sequence: 2 })];
    must(await kiosk.send(store, [...lost, { poison: true }], 1));
    const [second, third] = [kiosk.registration({ sequence: 2 }), kiosk.registration({ sequence: 3 })];
    const batch = [second, third, kiosk.registration({ sequence: 4 })];
    const first = must(await kiosk.send(store, batch, 2));
    expect(first).toMatchObject({ answers: [accepted, accepted, accepted], nextSequence: 5 });
    const again = must(await kiosk.send(await stores.open(), batch, 2));
    expect(again).toMatchObject({ answers: [duplicate, duplicate, duplicate], nextSequence: 5 });
    expect(must(await kiosk.send(store, lost, 1)).answers).toEqual([duplicate, duplicate]);
    const { id, event, sequence } = second;
    const left = kiosk.sign({ kind: 'tombstone', id, event, kiosk: 'K1', sequence, order: crypto.randomUUID() });
    expect(must(await kiosk.send(store, [left], 2)).answers).toEqual([duplicate]);
    expect(must(await store.records.count())).toMatchObject({ accepted: 5, rejected: 1 });
    const listed = must(await store.records.listSealed({ which: 'all', limit: 10 }));
    expect(listed.map(({ record }) => record)).toEqual([...lost, ...batch]);
  });

  it('refuses a known id with another content', async () => {
    const { store, kiosk } = await start('K1');
    const first = kiosk.registration();
    must(await kiosk.send(store, [first], 1));
    const other = { result: 'rejected', reason: 'other-content' };
    const changed = kiosk.registration({ id: first.id, sequence: 1, ciphertext: 'other' });
    expect(must(await kiosk.send(store, [changed], 1)).answers).toEqual([other]);
    const moved = kiosk.registration({ id: first.id, sequence: 2 });
    expect(must(await kiosk.send(store, [moved], 2))).toMatchObject({ answers: [other], nextSequence: 3 });
    expect(must(await kiosk.send(store, [moved], 2)).answers).toEqual([other]);
    expect(must(await store.records.deadLetters())).toHaveLength(2);
  });

  it('takes one batch once from two processes at the same time', async () => {
    const { store, kiosk } = await start('K1');
    const other = await stores.open();
    const records = Array.from({ length: 20 }, () => kiosk.registration());
    const both = await Promise.all([kiosk.send(store, records, 1), kiosk.send(other, records, 1)]);
    const results = both.map((answer) => must(answer).answers.map(({ result }) => result));
    expect(results.map((each) => new Set(each).size)).toEqual([1, 1]);
    expect(results.map(([first]) => first).sort()).toEqual(['accepted', 'duplicate']);
    expect(must(await store.records.count())).toMatchObject({ accepted: 20, rejected: 0 });
  });

  it('takes batches of many kiosks together, each with its own sequence', async () => {
    const { store, kiosks } = await start(...Array.from({ length: 12 }, (_, index) => `K${index + 1}`));
    const first = await Promise.all(kiosks.map((kiosk) => kiosk.send(store, [kiosk.registration()], 1)));
    const second = await Promise.all(kiosks.map((kiosk) => kiosk.send(store, [kiosk.registration()], 2)));
    for (const answer of [...first, ...second]) expect(must(answer).answers).toEqual([accepted]);
    expect(must(await store.records.count()).accepted).toBe(24);
    expect(must(await store.kiosks.list()).every(({ nextSequence }) => nextSequence === 3)).toBe(true);
  });

  it('knows what is left of a record that it has', async () => {
    const { store, kiosk } = await start('K1');
    const record = kiosk.registration();
    must(await kiosk.send(store, [record], 1));
    const { id, event, sequence } = record;
    const left = kiosk.sign({ kind: 'tombstone', id, event, kiosk: 'K1', sequence, order: crypto.randomUUID() });
    expect(must(await kiosk.send(store, [left], 1)).answers).toEqual([duplicate]);
  });

  it('lists what is not replaced', async () => {
    const { store, kiosk } = await start('K1');
    const first = kiosk.registration();
    const second = kiosk.registration({ replaces: first.id, claimCode: first.claimCode });
    const third = kiosk.registration({ replaces: second.id, claimCode: first.claimCode });
    const other = kiosk.registration();
    must(await kiosk.send(store, [first, second, third, other], 1));
    const list = async (which: 'all' | 'current' | 'visitors', limit = 10) =>
      must(await store.records.listSealed({ which, limit })).map(({ record }) => record.id);
    expect(await list('all')).toEqual([first.id, second.id, third.id, other.id]);
    expect(await list('current')).toEqual([third.id, other.id]);
    expect(await list('visitors')).toEqual([third.id, other.id]);
    expect(await list('current', 1)).toEqual([third.id]);
    const [page] = must(await store.records.listSealed({ which: 'current', limit: 1 }));
    expect(page).toMatchObject({ visitor: first.id, claimCode: first.claimCode });
    const next = must(await store.records.listSealed({ which: 'current', limit: 5, after: page?.number ?? 0 }));
    expect(next.map(({ record }) => record.id)).toEqual([other.id]);
  });
});
