import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { kioskRecordSchema } from '../../domain/kiosk-record.ts';
import type { FeedChange } from '../../domain/protocol/feed.ts';
import { createSampleCatalogue } from '../cache/test-catalogue.ts';
import { openUplink, owner, type OpenUplink } from './uplink.fixture.ts';

let { hub, journal, cache, uplink, counts, register, target, close } = {} as OpenUplink;
beforeEach(async () => {
  ({ hub, journal, cache, uplink, counts, register, target, close } = await openUplink());
});
afterEach(() => close());

async function registerMany(count: number): Promise<string[]> {
  return Promise.all(Array.from({ length: count }, () => register()));
}

/** Until the hub has these, in this order, and the kiosk knows it. */
async function waitForRecords(ids: readonly string[]): Promise<void> {
  await vi.waitFor(() => {
    expect([...hub.state.records.values()].map((record) => record?.id ?? null)).toEqual(ids);
    expect(journal.outbox.read(owner)).toMatchObject({ value: { nextSequence: ids.length + 1 } });
  }, 10_000);
}

async function waitForLink(link: object): Promise<void> {
  await expect.poll(() => uplink.read()).toMatchObject(link);
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
    await expect.poll(() => hub.state.records.size).toBe(3);
    await waitForLink({ state: 'offline', reason: null });
    expect(journal.outbox.read(owner)).toMatchObject({ value: { nextSequence: 1 } });
    hub.state.mishaps.clear();
    await waitForRecords(ids);
  });

  it('gives a hub of another epoch everything again, and tells it of its leases first', async () => {
    const ids = await registerMany(3);
    await uplink.connect(target());
    await waitForRecords(ids);
    await expect.poll(() => hub.state.leases.length).toBeGreaterThan(0);
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
    await expect
      .poll(() => journal.outbox.listDeadLetters(owner))
      .toEqual({
        ok: true,
        value: [{ sequence: 2, reason: 'bad-signature' }],
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
    await expect.poll(() => hub.state.records.size).toBe(3);
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
    await expect.poll(() => journal.outbox.read(owner)).toMatchObject({ value: { nextSequence: 3 } });
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
    await expect.poll(() => hub.state.asked.filter((asked) => asked.includes('kiosk')).length).toBeGreaterThan(1);
    await expect.poll(() => hub.state.asked.filter((asked) => asked.includes('news')).length).toBeGreaterThan(1);
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
    await expect.poll(() => cache.readCursor()).toBe('b');
    expect(counts.news).toBeGreaterThan(0);
    await expect.poll(() => hub.streams.size).toBe(1);
    hub.state.pages.set('b', { cursor: 'c', reset: false, complete: true, changes: [job('J102')] });
    hub.announce();
    await expect.poll(() => cache.readCursor()).toBe('c');
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
    await expect.poll(() => hub.state.asked).toContain('GET /v1/feed');
    await waitForLink({ state: 'offline' }).catch(() => undefined);
    expect(cache.readEvent()?.id).toBe('event-1');
  });
});
