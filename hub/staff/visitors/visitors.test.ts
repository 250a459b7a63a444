import { v7 } from 'uuid';
import { beforeAll, expect, it, vi } from 'vitest';
import { staffCalls, visitorDetailsSchema, type VisitorDetails } from '../../../domain/protocol/staff-calls.ts';
import { deskKiosk } from '../../store/desk-kiosk.ts';
import { describeStores, must } from '../../store/stores.fixture.ts';
import type { Store } from '../../store/store.ts';
import {
  createHubKeys,
  createRegistration,
  createSealingKiosk,
  publishAttendee,
  startCalls,
  supervisor,
  type HubKeys,
} from './visitors.fixture.ts';

const code = 'ME25-7K3Q-9XTA';

describeStores('staff at the hub', (stores) => {
  let keys: HubKeys;
  beforeAll(async () => {
    keys = await createHubKeys();
  });

  async function start() {
    const hub = await startCalls(await stores.open(), keys);
    const kiosk = await createSealingKiosk('K1', { store: hub.store, sealingKey: keys.sealingKey });
    const find = async (query: string) => {
      const input = staffCalls.findVisitors.input.parse({ query });
      return must(await hub.calls.findVisitors(input, supervisor));
    };
    const read = async (visitor: string): Promise<VisitorDetails> =>
      visitorDetailsSchema.parse(must(await hub.calls.readVisitor({ visitor }, supervisor)));
    return { ...hub, kiosk, find, read };
  }
  const listTrail = async (store: Store) =>
    must(await store.audit.read({ after: 0, limit: 100 })).map(({ action, subjects, staff }) => [
      staff,
      action,
      ...subjects,
    ]);
  const listExported = async ({ store, vault }: Awaited<ReturnType<typeof start>>) =>
    must(await store.records.listSealed({ which: 'visitors', limit: 100 })).map(({ record, claimCode, isSigned }) => ({
      claimCode,
      isSigned,
      content: vault.openNow(record),
    }));

  it('find whoever came a moment ago, and nobody learns from the trail what was asked', async () => {
    const hub = await start();
    const record = await hub.kiosk.register();
    const contact = { kind: 'phone', value: '91234567' } as const;
    await hub.kiosk.register({ name: { own: '', latin: 'Somebody Else' }, contact });
    for (const query of ['tai man chan', '陈大文', record.claimCode.toLowerCase(), 'TAIMAN@visitor.example']) {
      expect(await hub.find(query)).toEqual({
        total: 1,
        visitors: [
          {
            visitor: record.id,
            attendee: null,
            claimCode: record.claimCode,
            name: { own: '陳大文', latin: 'CHAN Tai Man' },
            status: 'student',
            field: 'Chips',
            contactHint: 't…n@…example',
          },
        ],
      });
    }
    expect(await hub.find('nobody')).toEqual({ total: 0, visitors: [] });
    await expect.poll(() => hub.progress()).toEqual({ indexed: 2, toIndex: 2 });
    expect(await listTrail(hub.store)).toEqual(Array(4).fill(['07', 'findVisitors', record.id]));
    expect(await hub.read(record.id)).toMatchObject({
      registration: { kind: 'registration', registration: createRegistration() },
      history: [{ what: 'registered', at: stores.now, kiosk: 'K1', staff: null }],
      pairs: [],
    });
  });

  it('see nothing while the hub is locked, and everything again when it is not', async () => {
    const hub = await start();
    const record = await hub.kiosk.register();
    hub.vault.lock();
    const locked = { ok: false, reason: 'locked' };
    expect(await hub.calls.findVisitors({ query: 'chan', limit: 5 }, supervisor)).toEqual(locked);
    expect(await hub.calls.readVisitor({ visitor: record.id }, supervisor)).toEqual(locked);
    expect(await hub.calls.eraseVisitor({ visitor: record.id }, supervisor)).toEqual(locked);
    expect(hub.progress().indexed).toBe(0);
    await hub.unlock();
    await expect.poll(async () => (await hub.find('chan')).total).toBe(1);
  });

  it('register somebody once, however often it is sent, and at several processes without a gap', async () => {
    const hub = await start();
    const other = await startCalls(await stores.open(), keys);
    const id = v7();
    const given = { id, registration: createRegistration() };
    const [first, again] = [await hub.calls.register(given, supervisor), await other.calls.register(given, supervisor)];
    expect(must(first)).toMatchObject({ visitor: id, history: [{ what: 'registered', kiosk: null, staff: '07' }] });
    expect(must(again)).toMatchObject({ visitor: id, claimCode: must(first).claimCode });
    const many = Array.from({ length: 6 }, (_, at) => {
      const name = { own: '', latin: `Visitor ${at}` };
      return (at % 2 === 0 ? hub : other).calls.register(
        { id: v7(), registration: createRegistration({ name }) },
        supervisor,
      );
    });
    const kept = await Promise.all(many);
    expect(kept.every(({ ok }) => ok)).toBe(true);
    expect(must(await hub.store.records.state(deskKiosk)).nextSequence).toBe(8);
    const records = must(await hub.store.records.listSealed({ which: 'all', limit: 100 }));
    expect(records.map(({ record }) => record.sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(records.every(({ isSigned, record }) => isSigned && record.kiosk === deskKiosk)).toBe(true);
    expect(must(await hub.store.kiosks.list()).map(({ kiosk }) => kiosk)).toEqual(['K1']);
  });

  it('correct a name: the code stays, the old name is not found, the export has the new one', async () => {
    const hub = await start();
    const record = await hub.kiosk.register();
    const name = { own: '陳大民', latin: 'CHAN Tai Man' };
    const change = { visitor: record.id, name, field: 'Power' };
    for (let times = 0; times < 2; times += 1) {
      expect(must(await hub.calls.correct(change, supervisor))).toMatchObject({
        visitor: record.id,
        claimCode: record.claimCode,
        otherCodes: [],
        name,
        field: 'Power',
        history: [
          { what: 'registered', kiosk: 'K1', staff: null },
          { what: 'corrected', kiosk: null, staff: '07' },
        ],
      });
    }
    expect((await hub.find('陳大文')).total).toBe(0);
    expect(await hub.find('大民')).toMatchObject({ total: 1, visitors: [{ visitor: record.id }] });
    const content = { kind: 'registration', registration: createRegistration({ name, field: 'Power' }) };
    expect(await listExported(hub)).toEqual([{ claimCode: record.claimCode, isSigned: true, content }]);
    const unknown = await hub.calls.correct({ visitor: v7(), name }, supervisor);
    expect(unknown).toEqual({ ok: false, reason: 'not-found' });
  });

  it('check in who is expected: once, at two desks at once, and correct their name', async () => {
    const hub = await start();
    const other = await startCalls(await stores.open(), keys);
    const index = await publishAttendee(hub.store, { code, name: 'Ho Mei' }, keys.sealingKey);
    expect(await hub.find('me25 7k3q 9xta')).toMatchObject({ visitors: [{ visitor: null, attendee: index }] });
    expect(must(await hub.calls.readAttendee({ attendee: index }, supervisor))).toMatchObject({
      visitor: null,
      registration: { kind: 'attendee', attendee: { name: { latin: 'Ho Mei' } } },
    });
    const arrivals = await Promise.all([hub, other].map(({ calls }) => calls.checkIn({ attendee: index }, supervisor)));
    const [first, second] = arrivals.map(must);
    expect(second).toEqual(first);
    expect(first).toMatchObject({
      attendee: null,
      registration: { kind: 'check-in' },
      history: [{ what: 'checked-in' }],
    });
    const visitor = first?.visitor ?? '';
    const name = { own: '何美', latin: 'HO Mei' };
    expect(must(await hub.calls.correct({ visitor, name }, supervisor))).toMatchObject({
      visitor,
      name,
      registration: { kind: 'check-in', attendee: { email: 'mei@visitor.example' } },
    });
    for (const query of ['何美', code]) {
      expect(await hub.find(query)).toMatchObject({ total: 1, visitors: [{ visitor, attendee: null, name }] });
      expect(must(await other.calls.findVisitors({ query, limit: 5 }, supervisor)).total).toBe(1);
    }
    expect(must(await hub.calls.readAttendee({ attendee: index }, supervisor)).visitor).toBe(visitor);
    expect(must(await hub.store.people.listPairs())).toEqual([]);
    expect(await hub.calls.checkIn({ attendee: 'T'.repeat(22) }, supervisor)).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });

  it('merge whom they know to be one, and part them again', async () => {
    const hub = await start();
    const second = await hub.kiosk.register({ contact: { kind: 'phone', value: '91234567' } });
    const first = await hub.kiosk.register({ name: { own: '', latin: 'T M Chan' } });
    // The earlier one is the first, whichever staff name first.
    const two = { first: first.id, second: second.id };
    const { pair } = must(await hub.calls.mergeVisitors(two, supervisor));
    expect(await hub.calls.mergeVisitors(two, supervisor)).toEqual({ ok: false, reason: 'already-merged' });
    expect(await hub.find('4567')).toMatchObject({ visitors: [{ visitor: second.id }], total: 1 });
    expect(await hub.find(first.claimCode)).toMatchObject({ visitors: [{ visitor: second.id }], total: 1 });
    expect(await hub.find('chan')).toMatchObject({ total: 1 });
    expect(await hub.read(first.id)).toMatchObject({
      visitor: second.id,
      claimCode: second.claimCode,
      otherCodes: [first.claimCode],
      pairs: [{ pair, state: 'merged', other: first.id }],
      history: [{}, {}, { what: 'merged', staff: '07' }],
    });
    must(await hub.calls.decidePair({ pair, decision: 'undo' }, supervisor));
    expect((await hub.find('chan')).total).toBe(2);
    expect(await hub.read(first.id)).toMatchObject({ visitor: first.id, otherCodes: [], pairs: [] });
    expect(must(await hub.calls.listPairs({ limit: 5 }, supervisor)).pairs).toMatchObject([
      { pair, kind: 'by-hand', state: 'dismissed', first: { visitor: second.id }, second: { visitor: first.id } },
    ]);
    for (const wrong of [
      { first: first.id, second: v7() },
      { first: v7(), second: first.id },
    ])
      expect(await hub.calls.mergeVisitors(wrong, supervisor)).toEqual({ ok: false, reason: 'not-found' });
  });

  it('note why a sheet is printed again', async () => {
    const hub = await start();
    const { id } = await hub.kiosk.register();
    must(await hub.calls.noteReprint({ visitor: id, reason: 'damaged' }, supervisor));
    expect((await hub.read(id)).history).toMatchObject([
      { what: 'registered' },
      { what: 'reprinted', staff: '07', reason: 'damaged' },
    ]);
    const unknown = await hub.calls.noteReprint({ visitor: v7(), reason: 'lost' }, supervisor);
    expect(unknown).toEqual({ ok: false, reason: 'not-found' });
  });

  it('erase who withdraws consent: nothing finds them any more, at no process', async () => {
    const hub = await start();
    const other = await startCalls(await stores.open(), keys);
    const record = await hub.kiosk.register();
    const stays = await hub.kiosk.register({ name: { own: '', latin: 'CHAN Somebody Else' } });
    must(await hub.calls.correct({ visitor: record.id, name: { own: '陳大民', latin: '' } }, supervisor));
    const ask = (query: string) => other.calls.findVisitors({ query, limit: 5 }, supervisor);
    await vi.waitFor(async () => {
      expect(must(await ask('陳大民')).total).toBe(1);
    }, 10_000);
    expect(must(await hub.calls.eraseVisitor({ visitor: record.id }, supervisor))).toEqual({ records: 2 });
    for (const query of ['陳大民', 'taiman@', record.claimCode]) {
      expect((await hub.find(query)).total).toBe(query === 'taiman@' ? 1 : 0);
      expect(must(await ask(query)).visitors.map(({ visitor }) => visitor)).not.toContain(record.id);
    }
    expect(await hub.find('chan')).toMatchObject({ visitors: [{ visitor: stays.id }] });
    expect(await hub.calls.readVisitor({ visitor: record.id }, supervisor)).toEqual({ ok: false, reason: 'not-found' });
    expect(await hub.calls.eraseVisitor({ visitor: record.id }, supervisor)).toEqual({
      ok: false,
      reason: 'not-found',
    });
    expect(await hub.calls.register({ id: record.id, registration: createRegistration() }, supervisor)).toEqual({
      ok: false,
      reason: 'not-found',
    });
    expect(await listTrail(hub.store)).toContainEqual(['07', 'eraseVisitor', record.id]);
  });
});
