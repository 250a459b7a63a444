import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { kioskRecordSchema } from '../../domain/kiosk-record.ts';
import type { EraseOrder } from '../../domain/protocol/erase-order.ts';
import type { FeedChange } from '../../domain/protocol/feed.ts';
import { createSampleCatalogue } from '../cache/test-catalogue.ts';
import { createRegistrar } from '../journal/registrar.ts';
import { createRegistration } from '../journal/test-records.ts';
import { openUplink, type OpenUplink } from './uplink.fixture.ts';

const owner = { event: 'event-1', kiosk: 'K1' };
/** Sessions with seats, as in the sample catalogue. */
const workshop = 'workshop-1';

let { folder, hub, journal, cache, own, uplink, seats, counts, target, close } = {} as OpenUplink;
beforeEach(async () => {
  ({ folder, hub, journal, cache, own, uplink, seats, counts, target, close } = await openUplink());
});
afterEach(() => close());

async function register(changes: Parameters<typeof createRegistration>[0] = {}): Promise<string> {
  const event = () => cache.readEvent() ?? { sealingKey: '', country: 'HK' };
  const record = await createRegistrar({ own, event }).register({
    id: v7(),
    replaces: null,
    registration: createRegistration(changes),
  });
  if (!record.ok) throw new Error(record.reason);
  return record.value.id;
}

async function registerMany(count: number): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, () => register()));
}

/** Until the hub has these, in this order, and the kiosk knows it. */
async function waitForRecords(ids: readonly string[]): Promise<void> {
  await vi.waitFor(() => {
    expect([...hub.state.records.values()].map((record) => record?.id ?? null)).toEqual(ids);
    expect(journal.outbox.read(owner)).toMatchObject({ value: { nextSequence: ids.length + 1 } });
  }, 5000);
}

async function waitForLink(link: object): Promise<void> {
  await vi.waitFor(() => {
    expect(uplink.read()).toMatchObject(link);
  }, 5000);
}

describe('sending', () => {
  it('sends what was recorded before there was a hub, and each new record at once', async () => {
    const ids = await registerMany(230);
    await uplink.connect(target());
    await waitForRecords(ids);
    ids.push(await register());
    await waitForRecords(ids);
    // 10, 20, 40, 80 and the rest, where the answers are quick; never one by one.
    expect(hub.state.asked.filter((asked) => asked.includes('records')).length).toBeLessThan(230 / 10);
    expect(uplink.read()).toEqual({ state: 'online' });
  });

  it('sends again what was answered but not heard, and nothing is doubled', async () => {
    hub.state.mishaps.set('/v1/records', 'lose-answer');
    const ids = await registerMany(3);
    await uplink.connect(target());
    await vi.waitFor(() => {
      expect(hub.state.records.size).toBe(3);
    });
    await waitForLink({ state: 'offline', reason: null });
    expect(journal.outbox.read(owner)).toMatchObject({ value: { nextSequence: 1 } });
    hub.state.mishaps.clear();
    await waitForRecords(ids);
  });

  it('gives a hub of another epoch everything again, and tells it of its leases first', async () => {
    const ids = await registerMany(3);
    await uplink.connect(target());
    await waitForRecords(ids);
    await vi.waitFor(() => {
      expect(hub.state.leases.length).toBeGreaterThan(0);
    });
    hub.forget();
    hub.state.asked.length = 0;
    ids.push(await register());
    await waitForRecords(ids);
    expect(hub.state.reported).toHaveLength(1);
    const asked = hub.state.asked.filter((each) => each.startsWith('POST /v1/records') || each.includes('report'));
    expect(asked.at(-1)).toBe('POST /v1/records');
    expect(asked.indexOf('POST /v1/leases/report')).toBeLessThan(asked.lastIndexOf('POST /v1/records'));
  });

  it('keeps what the hub does not take, and goes on with the next', async () => {
    hub.state.rejected.set(2, 'bad-signature');
    await registerMany(3);
    await uplink.connect(target());
    await vi.waitFor(() => {
      expect(journal.outbox.listDeadLetters(owner)).toEqual({
        ok: true,
        value: [{ sequence: 2, reason: 'bad-signature' }],
      });
    });
    expect(hub.state.records.size).toBe(3);
  });

  it('sends nothing in place of a record that its disk has changed', async () => {
    await register();
    const kept = journal.listStored({ ...owner, afterSequence: 0, limit: 1 });
    if (!kept.ok) throw new Error(kept.reason);
    const first = kioskRecordSchema.parse(JSON.parse(kept.value[0]?.content ?? 'null'));
    if (first.kind !== 'registration') throw new Error('a registration was expected');
    const changed = { ...first, id: v7(), sequence: 2, claimCode: 'AAAA-AAAA' };
    expect(journal.append(changed)).toMatchObject({ ok: true });
    await register();
    await uplink.connect(target());
    await vi.waitFor(() => {
      expect(hub.state.records.size).toBe(3);
    }, 5000);
    expect([...hub.state.records.values()].map((record) => record?.kind ?? null)).toEqual([
      'registration',
      null,
      'registration',
    ]);
  });

  it('does not believe a hub that claims to have more than the journal', async () => {
    for (let sequence = 1; sequence <= 5; sequence += 1) hub.state.records.set(sequence, null);
    await registerMany(2);
    await uplink.connect(target());
    await vi.waitFor(() => {
      expect(journal.outbox.read(owner)).toMatchObject({ value: { nextSequence: 3 } });
    });
    expect(hub.state.asked).toContain('POST /v1/records');
  });
});

describe('what is no hub', () => {
  it('gets nothing when its key is another', async () => {
    await register();
    await uplink.connect(target({ pin: Buffer.alloc(32).toString('base64url') }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(hub.state.asked).toEqual([]);
    expect(uplink.read()).toMatchObject({ state: 'offline', reason: null });
  });

  it.each(['portal', 'hang'] as const)('is not believed (%s), and the records wait', async (mishap) => {
    const id = await register();
    hub.state.mishaps.set('/', mishap);
    await uplink.connect(target());
    await vi.waitFor(() => {
      expect(hub.state.asked.filter((asked) => asked.includes('kiosk')).length).toBeGreaterThan(1);
    }, 5000);
    await vi.waitFor(() => {
      expect(hub.state.asked.filter((asked) => asked.includes('news')).length).toBeGreaterThan(1);
    }, 5000);
    expect(uplink.read()).toMatchObject({ state: 'offline', reason: null });
    expect(hub.state.records.size).toBe(0);
    hub.state.mishaps.clear();
    await waitForRecords([id]);
    await waitForLink({ state: 'online' });
  });
});

describe('a hub’s word', () => {
  it('revoked ends it all', async () => {
    hub.state.mishaps.set('/', 'kiosk-revoked');
    await register();
    await uplink.connect(target());
    await waitForLink({ state: 'offline', reason: 'kiosk-revoked' });
    const { length } = hub.state.asked;
    uplink.wake();
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(hub.state.asked.length).toBeLessThanOrEqual(length + 3);
    expect(hub.state.records.size).toBe(0);
  });

  it('unknown epoch makes the kiosk show its certificate, and go on', async () => {
    hub.state.mishaps.set('/v1/kiosk', 'unknown-epoch');
    const id = await register();
    await uplink.connect(target());
    await waitForRecords([id]);
    expect(counts.readmissions).toBe(1);
    await waitForLink({ state: 'online' });
  });
});

describe('the feed', () => {
  const job = (id: string): FeedChange => ({
    kind: 'job',
    id,
    item: { id, company: 'acme', languages: [], skills: [], title: { en: 'Engineer' }, text: { en: 'Work' } },
  });

  it('is taken page by page, and again when the hub has news', async () => {
    hub.state.pages.set('', { cursor: 'a', reset: false, complete: false, changes: [job('J100')] });
    hub.state.pages.set('a', { cursor: 'b', reset: false, complete: true, changes: [job('J101')] });
    await uplink.connect(target());
    await vi.waitFor(() => {
      expect(cache.readCursor()).toBe('b');
    });
    expect(counts.news).toBeGreaterThan(0);
    await vi.waitFor(() => {
      expect(hub.streams.size).toBe(1);
    });
    hub.state.pages.set('b', { cursor: 'c', reset: false, complete: true, changes: [job('J102')] });
    hub.announce();
    await vi.waitFor(() => {
      expect(cache.readCursor()).toBe('c');
    });
    expect(cache.pull(null).upserts.jobs.map(({ id }) => id)).toEqual(expect.arrayContaining(['J100', 'J101', 'J102']));
  });

  it('of another event is not taken', async () => {
    const event = { ...createSampleCatalogue().event, id: 'event-2' };
    hub.state.pages.set('', {
      cursor: 'a',
      reset: true,
      complete: true,
      changes: [{ kind: 'event', id: 'event-2', item: event }],
    });
    await uplink.connect(target());
    await vi.waitFor(() => {
      expect(hub.state.asked).toContain('GET /v1/feed');
    });
    await waitForLink({ state: 'offline' }).catch(() => undefined);
    expect(cache.readEvent()?.id).toBe('event-1');
  });
});

describe('seats', () => {
  const take = (claimCode: string, id = v7()) => seats.take({ id, claimCode, session: workshop });

  it('are promised from a lease, also when the hub is away, and beyond it there is the waiting list', async () => {
    await uplink.connect(target());
    await vi.waitFor(() => {
      expect(seats.list(null)).toMatchObject([{ session: workshop, isFree: true }]);
    });
    await uplink.connect(null);
    const granted = hub.state.leases[0]?.seats ?? 0;
    const taken = [];
    for (let index = 0; index <= granted; index += 1) taken.push(await take(`AAAA-000${String(index)}`));
    expect(taken.map((each) => each.ok && each.value.action)).toEqual([...Array<string>(granted).fill('book'), 'wait']);
    expect(seats.list(null)).toMatchObject([{ isFree: false }]);
  });

  it('are topped up while the hub is there, and never beyond what it grants', async () => {
    hub.state.seats = 3;
    await uplink.connect(target());
    const actions: unknown[] = [];
    for (let index = 0; index < 5; index += 1) {
      await vi
        .waitFor(() => {
          expect(seats.list(null)[0]?.isFree).toBe(true);
        }, 1000)
        .catch(() => undefined);
      const taken = await take(`AAAA-000${String(index)}`);
      actions.push(taken.ok && taken.value.action);
    }
    expect(actions).toEqual(['book', 'book', 'book', 'wait', 'wait']);
  });

  it('asked for again are the same, by id and by visitor; a cancelled one is free again', async () => {
    await uplink.connect(target());
    await vi.waitFor(() => {
      expect(seats.list(null)).toMatchObject([{ isFree: true }]);
    });
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

  it('of a lease whose answer was lost are the same lease', async () => {
    hub.state.mishaps.set('/v1/leases', 'lose-answer');
    await uplink.connect(target());
    await vi.waitFor(() => {
      expect(hub.state.leases).toHaveLength(1);
    });
    hub.state.mishaps.clear();
    await vi.waitFor(() => {
      expect(seats.list(null)).toMatchObject([{ isFree: true }]);
    }, 5000);
    expect(hub.state.leases).toHaveLength(1);
  });
});

describe('a purge', () => {
  it('leaves neither a ciphertext nor an index on the disk, and tells the hub how many there were', async () => {
    await register({ talentPool: 'open' });
    const kept = journal.list({ ...owner, afterSequence: 0, limit: 10 });
    await register();
    await register();
    const erased = journal.list({ ...owner, afterSequence: 1, limit: 10 });
    if (!kept.ok || !erased.ok) throw new Error('the journal cannot be read');
    const order = hub.order('registration');
    const foreign = { ...hub.order('talent-pool'), signature: order.signature };
    hub.state.pages.set('', {
      cursor: 'a',
      reset: false,
      complete: true,
      changes: [order, foreign].map((item) => ({ kind: 'purge-order', id: item.id, item })),
    });
    await uplink.connect(target());
    await vi.waitFor(() => {
      expect(hub.state.records.get(4)).toMatchObject({ kind: 'purge', order: order.id, purged: 2 });
    });
    const bytes = readdirSync(folder)
      .filter((name) => name.startsWith('journal'))
      .map((name) => readFileSync(join(folder, name)));
    for (const { ciphertext, claimCode } of erased.value) {
      for (const trace of [ciphertext, ciphertext.slice(40, 90), claimCode]) {
        expect(bytes.some((file) => file.includes(trace))).toBe(false);
      }
    }
    expect(journal.list({ ...owner, afterSequence: 0, limit: 10 })).toEqual(kept);
    expect(bytes.some((file) => file.includes(kept.value[0]?.ciphertext ?? ''))).toBe(true);
  });
});

describe('a visitor’s withdrawal', () => {
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

  it('empties what the hub names and corrections that it has not heard of, on the disk as well, and nobody else', async () => {
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
    });
    // Those that were sent before the order was heard are sent; the journal has the same places, and nothing in them.
    expect(journal.find(erased[1]?.id ?? '')).toMatchObject({
      value: { kind: 'tombstone', order: order.id, sequence: 2 },
    });
    await vi.waitFor(() => {
      const bytes = readdirSync(folder)
        .filter((name) => name.startsWith('journal'))
        .map((name) => readFileSync(join(folder, name)));
      for (const { ciphertext, claimCode } of erased) {
        for (const trace of [ciphertext, ciphertext.slice(40, 90), claimCode])
          expect(bytes.some((file) => file.includes(trace))).toBe(false);
      }
      expect(bytes.some((file) => file.includes(stays[0]?.ciphertext ?? ''))).toBe(true);
    });
  });

  it('followed again changes nothing, and gives seats back once, those of other kiosks’ visitors as well', async () => {
    await uplink.connect(target());
    await vi.waitFor(() => {
      expect(seats.list(null)).toMatchObject([{ isFree: true }]);
    });
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
    });
    await vi.waitFor(() => {
      const cancelled = [...hub.state.records.values()].flatMap((record) =>
        record?.kind === 'seat' && record.action === 'cancel' ? [record.cancels] : [],
      );
      expect(cancelled.toSorted()).toEqual([own1.value.id, guest.value.id].toSorted());
    });
    const before = journal.nextSequence(owner);
    const asked = hub.state.asked.filter((line) => line.startsWith('GET /v1/feed')).length;
    hub.announce();
    await vi.waitFor(() => {
      expect(hub.state.asked.filter((line) => line.startsWith('GET /v1/feed')).length).toBeGreaterThan(asked);
    });
    await uplink.connect(null);
    expect(journal.nextSequence(owner)).toEqual(before);
    expect(seats.list('AAAA-0002')).toMatchObject([{ mine: { id: other.value.id } }]);
    expect(seats.list('AAAA-0001')).toMatchObject([{ mine: null }]);
  });
});
