import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { feedPageSchema, type FeedPage } from '../domain/protocol/feed.ts';
import { recordsAnswerSchema } from '../domain/protocol/records.ts';
import { closeHubs, startTestHub, type TestHub, type TestKiosk } from './hub.fixture.ts';

afterEach(closeHubs);

describe('records', () => {
  it('are answered one by one: accepted, duplicate, or rejected with the reason, which takes its sequence', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    const good = kiosk.seat(1);
    const foreign = { ...kiosk.seat(2), kiosk: 'K9' };
    const records = [good, foreign, { nonsense: true }, kiosk.seat(4)];
    const { status, body } = await kiosk.send(records);
    expect(status).toBe(200);
    expect(recordsAnswerSchema.parse(body)).toEqual({
      epoch: hub.hub.readiness.epoch,
      answers: [
        { result: 'accepted' },
        { result: 'rejected', reason: 'foreign' },
        { result: 'rejected', reason: 'malformed' },
        { result: 'accepted' },
      ],
      nextSequence: 5,
    });
    expect((await kiosk.send(records)).body).toMatchObject({
      answers: [{ result: 'duplicate' }, {}, {}, { result: 'duplicate' }],
    });
    const { body: dead } = await hub.operate('GET', '/v1/operator/dead-letters');
    expect(dead).toMatchObject({
      deadLetters: [
        { sequence: 3, reason: 'malformed' },
        { sequence: 2, reason: 'foreign' },
      ],
    });
    expect((await hub.ask('GET', '/metrics')).body).toMatch(/foyer_hub_records_total\{result="rejected"\} 4/);
  });

  it('that leave a gap are not taken: the hub says where to go on', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    expect(await kiosk.send([kiosk.seat(3)], 3)).toMatchObject({
      status: 409,
      body: { error: 'out-of-sequence', epoch: hub.hub.readiness.epoch, nextSequence: 1 },
    });
    expect((await kiosk.ask('GET', '/v1/kiosk')).body).toEqual({ epoch: hub.hub.readiness.epoch, nextSequence: 1 });
  });

  it('are still there after a restart', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    await kiosk.send([kiosk.seat(1), kiosk.seat(2)]);
    const again = await hub.restart();
    const headers = { ...kiosk.sign({ method: 'GET', path: '/v1/kiosk' }) };
    expect((await again.ask('GET', '/v1/kiosk', { headers })).body).toMatchObject({ nextSequence: 3 });
  });
});

describe('the feed', () => {
  async function readAll(kiosk: TestKiosk, limit: number): Promise<FeedPage[]> {
    const pages: FeedPage[] = [];
    let cursor = '';
    do {
      const { body } = await kiosk.ask('GET', `/v1/feed?limit=${limit}${cursor}`);
      const page = feedPageSchema.parse(body);
      pages.push(page);
      cursor = `&cursor=${encodeURIComponent(page.cursor)}`;
    } while (pages.at(-1)?.complete === false);
    return pages;
  }

  it('comes in pages that give the whole event, each item once', async () => {
    const hub = await startTestHub();
    const pages = await readAll(await hub.enrol(), 50);
    const changes = pages.flatMap((page) => page.changes);
    expect(pages.length).toBe(Math.ceil(changes.length / 50));
    expect(new Set(changes.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(changes.length);
    const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
    expect([
      count('company'),
      count('job'),
      count('session'),
      count('event'),
      count('floor-plan'),
      count('skills'),
    ]).toEqual([32, 320, 12, 1, 1, 1]);
    expect(pages.map(({ reset }) => reset).slice(1)).not.toContain(true);
  });

  it('has nothing more for a kiosk that is up to date', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    const cursor = (await readAll(kiosk, 2000)).at(-1)?.cursor ?? '';
    const { body } = await kiosk.ask('GET', `/v1/feed?cursor=${encodeURIComponent(cursor)}`);
    expect(body).toMatchObject({ reset: false, complete: true, changes: [] });
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('is compressed as %s, to less than half', async (coding, decompress) => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    const path = '/v1/feed?limit=2000';
    const headers = { ...kiosk.sign({ method: 'GET', path }), 'accept-encoding': coding };
    const response = await hub.client.request({ method: 'GET', path, headers });
    expect(response.headers['content-encoding']).toBe(coding);
    const bytes = Buffer.from(await response.body.arrayBuffer());
    const text = decompress(bytes).toString();
    expect(feedPageSchema.parse(JSON.parse(text)).changes.length).toBeGreaterThan(300);
    expect(bytes.length * 2).toBeLessThan(text.length);
  });

  it.each(['?limit=0', '?limit=2001', '?limit=many', '?since=1', '?cursor='])('refuses %s', async (query) => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    expect(await kiosk.ask('GET', `/v1/feed${query}`)).toMatchObject({ status: 400, body: { error: 'bad-request' } });
  });
});

describe('leases', () => {
  it('give seats until none are left, take them back, and know what an earlier hub granted', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    const id = crypto.randomUUID();
    const wanted = { id, session: 'forum-opening', seats: 10 };
    expect((await kiosk.ask('POST', '/v1/leases', wanted)).body).toEqual({ ...wanted, returned: 0 });
    expect((await kiosk.ask('POST', '/v1/leases', wanted)).body).toEqual({ ...wanted, returned: 0 });
    expect((await kiosk.ask('POST', '/v1/leases/return', { id, returned: 4 })).body).toMatchObject({ returned: 4 });
    expect(await seatsOf(hub, 'forum-opening')).toMatchObject({ held: 6, booked: 0 });
    expect((await kiosk.send([kiosk.seat(1, { action: 'book', lease: id })])).body).toMatchObject({
      answers: [{ result: 'accepted' }],
    });
    expect(await seatsOf(hub, 'forum-opening')).toMatchObject({ held: 6, booked: 1 });
    const earlier = { id: crypto.randomUUID(), session: 'forum-opening', seats: 3, returned: 0 };
    expect((await kiosk.ask('POST', '/v1/leases/report', { leases: [earlier] })).body).toEqual({ leases: [earlier] });
    expect(await seatsOf(hub, 'forum-opening')).toMatchObject({ held: 9 });
  });

  it('are not given for what has no seats', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    const wanted = { id: crypto.randomUUID(), session: 'nothing', seats: 1 };
    expect(await kiosk.ask('POST', '/v1/leases', wanted)).toMatchObject({ status: 404, body: { error: 'not-found' } });
    const many = await kiosk.ask('POST', '/v1/leases', { ...wanted, seats: 11 });
    expect(many).toMatchObject({ status: 400, body: { error: 'bad-request' } });
  });

  async function seatsOf(hub: TestHub, session: string): Promise<unknown> {
    const { body } = await hub.operate('GET', '/v1/operator/seats');
    return (body as { sessions: { session: string }[] }).sessions.find((each) => each.session === session);
  }
});
