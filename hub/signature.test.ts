import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  changeFile,
  closeHubs,
  copyPack,
  createTestKiosk,
  startTestHub,
  type TestHub,
  type TestKiosk,
} from './hub.fixture.ts';

afterEach(closeHubs);

/** Everything that a listener has heard, growing; on a connection of its own. */
async function listen(hub: TestHub, kiosk: TestKiosk) {
  const headers = { ...kiosk.sign({ method: 'GET', path: '/v1/news' }) };
  const {
    statusCode,
    body,
    headers: answered,
  } = await hub.connect().request({ method: 'GET', path: '/v1/news', headers });
  const heard = { text: '', statusCode, type: answered['content-type'] };
  const ended = new Promise((resolve) => body.once('end', resolve));
  // How the test ends it.
  body.on('error', () => undefined);
  body.on('data', (chunk: Buffer) => (heard.text += chunk.toString()));
  return { heard, ended, body };
}

describe('a request', () => {
  it.each<[string, (request: { path: string; body: string; headers: Record<string, string> }) => unknown]>([
    ['its body', (request) => (request.body = request.body.replace('"returned":1', '"returned":2'))],
    ['its path', (request) => (request.path = '/v1/leases')],
    ['its query', (request) => (request.path += '?a=b')],
    ['its digest', ({ headers }) => (headers['content-digest'] = 'sha-256=:AAAA:')],
    ['its signature', ({ headers }) => (headers['signature'] = `foyer=:${Buffer.alloc(64).toString('base64')}:`)],
    [
      'the name it claims',
      ({ headers }) => (headers['signature-input'] = (headers['signature-input'] ?? '').replace('"K1"', '"K2"')),
    ],
    [
      'what it covers',
      ({ headers }) => (headers['signature-input'] = (headers['signature-input'] ?? '').replace(' "@query"', '')),
    ],
    ['nothing signed at all', (request) => (request.headers = {})],
  ])('is refused when it changed on the way: %s', async (_what, change) => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    await hub.enrol();
    const path = '/v1/leases/return';
    const body = JSON.stringify({ id: crypto.randomUUID(), returned: 1 });
    const request = {
      path,
      body,
      headers: { ...kiosk.sign({ method: 'POST', path, body }) } as Record<string, string>,
    };
    // Known and right, but for a lease that nobody has.
    expect((await hub.ask('POST', path, { body, headers: request.headers })).status).toBe(404);
    change(request);
    const answer = await hub.ask('POST', request.path, { body: request.body, headers: request.headers });
    expect(answer).toMatchObject({ status: 401, body: { error: 'unknown-kiosk' } });
  });

  it('is refused under another method', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    const headers = { ...kiosk.sign({ method: 'POST', path: '/v1/kiosk' }) };
    expect(await hub.ask('GET', '/v1/kiosk', { headers })).toMatchObject({ status: 401 });
  });

  it('is refused with another key than the one that was enrolled', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    const thief = createTestKiosk(hub, { ...kiosk, privateKey: generateKeyPairSync('ed25519').privateKey });
    expect(await thief.ask('GET', '/v1/kiosk')).toMatchObject({ status: 401, body: { error: 'unknown-kiosk' } });
  });

  it('may come twice: the same batch is answered as a duplicate', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    const body = JSON.stringify({ epoch: hub.hub.readiness.epoch, from: 1, records: [kiosk.seat(1)] });
    const headers = { ...kiosk.sign({ method: 'POST', path: '/v1/records', body }) };
    const send = () => hub.ask('POST', '/v1/records', { body, headers });
    expect((await send()).body).toMatchObject({ answers: [{ result: 'accepted' }], nextSequence: 2 });
    expect((await send()).body).toMatchObject({ answers: [{ result: 'duplicate' }], nextSequence: 2 });
  });

  it('is not counted against a kiosk that only its name was taken from', async () => {
    const hub = await startTestHub({ flags: ['--requests-per-minute', '10'] });
    const kiosk = await hub.enrol();
    const thief = createTestKiosk(hub, { ...kiosk, privateKey: generateKeyPairSync('ed25519').privateKey });
    for (let attempt = 0; attempt < 30; attempt += 1) await thief.ask('GET', '/v1/kiosk');
    expect((await kiosk.ask('GET', '/v1/kiosk')).status).toBe(200);
  });
});

describe('a revocation', () => {
  it('holds from the next request on, on a connection that is open already', async () => {
    const hub = await startTestHub();
    const [stolen, other] = [await hub.enrol(), await hub.enrol()];
    expect((await stolen.ask('GET', '/v1/kiosk')).status).toBe(200);
    expect((await hub.operate('POST', '/v1/operator/revoke', { kiosk: stolen.kiosk })).status).toBe(200);
    for (const path of ['/v1/kiosk', '/v1/feed', '/v1/news']) {
      expect(await stolen.ask('GET', path)).toMatchObject({ status: 403, body: { error: 'kiosk-revoked' } });
    }
    expect(await stolen.send([stolen.seat(1)])).toMatchObject({ status: 403 });
    expect((await other.ask('GET', '/v1/kiosk')).status).toBe(200);
  });

  it('ends the stream that the kiosk has open, and no other', async () => {
    const hub = await startTestHub();
    const [stolen, other] = [await hub.enrol(), await hub.enrol()];
    const [theirs, ours] = [await listen(hub, stolen), await listen(hub, other)];
    expect(theirs.heard).toMatchObject({ statusCode: 200, type: 'text/event-stream' });
    await hub.operate('POST', '/v1/operator/revoke', { kiosk: stolen.kiosk });
    await theirs.ended;
    expect(ours.body.readableEnded).toBe(false);
    const { body } = await hub.operate('GET', '/v1/operator/kiosks');
    expect(body).toMatchObject({
      kiosks: [
        { isRevoked: true, isListening: false },
        { isRevoked: false, isListening: true },
      ],
    });
  });

  it('is not found when there is no such kiosk', async () => {
    const hub = await startTestHub();
    expect(await hub.operate('POST', '/v1/operator/revoke', { kiosk: 'K9' })).toMatchObject({ status: 404 });
  });
});

describe('news', () => {
  it('begins with an event, and brings one when the feed has something new', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    const { heard, body } = await listen(hub, kiosk);
    const count = () => heard.text.split('event: news\ndata:\n\n').length - 1;
    await expect.poll(count).toBe(1);
    const folder = copyPack();
    changeFile(join(folder, 'event.json'), (text) => text.replace('"en": "Career Day"', '"en": "Career Days"'));
    const loaded = await hub.operate('POST', '/v1/operator/event', { folder });
    expect(loaded.body).toMatchObject({ event: kiosk.certificate.event, changed: 1 });
    await expect.poll(count).toBeGreaterThan(1);
    body.destroy();
    await expect
      .poll(async () => JSON.stringify((await hub.operate('GET', '/v1/operator/kiosks')).body))
      .toContain('"isListening":false');
  });

  it('shows by a comment that the hub is there', async () => {
    const hub = await startTestHub();
    const { heard } = await listen(hub, await hub.enrol());
    await expect.poll(() => heard.text, { timeout: 10_000 }).toContain('\n:\n');
  });
});
