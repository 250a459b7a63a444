import { afterEach, describe, expect, it } from 'vitest';
import { hubErrorSchema } from '../domain/protocol/words.ts';
import { closeHubs, startTestHub } from './hub.fixture.ts';

afterEach(closeHubs);

describe('a refusal', () => {
  it('has one form, with the request’s id, whoever found the fault', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    const json = { body: '{"secret":', headers: {} };
    const large = { body: JSON.stringify({ secret: 'x'.repeat(3 * 1024 * 1024) }) };
    const cases = [
      [404, 'not-found', await hub.ask('GET', '/v1/nowhere')],
      [404, 'not-found', await hub.ask('DELETE', '/v1/kiosk')],
      [404, 'not-found', await hub.ask('GET', '/v1/kiosk/')],
      [400, 'bad-request', await hub.ask('POST', '/v1/enrolments', json)],
      [
        400,
        'bad-request',
        await hub.ask('POST', '/v1/enrolments', { body: '{}', headers: { 'content-type': 'text/plain' } }),
      ],
      [400, 'bad-request', await hub.ask('POST', '/v1/enrolments', { body: { secret: '00000000', extra: 1 } })],
      [413, 'too-large', await hub.ask('POST', '/v1/enrolments', large)],
      [401, 'unknown-kiosk', await hub.ask('GET', '/v1/kiosk')],
      [401, 'unknown-kiosk', await hub.ask('GET', '/v1/news')],
      [
        400,
        'bad-request',
        await kiosk.ask('POST', '/v1/records', { epoch: hub.hub.readiness.epoch, from: 1, records: [] }),
      ],
    ] as const;
    for (const [status, error, answer] of cases) {
      expect(answer).toMatchObject({ status, body: { error } });
      expect(hubErrorSchema.parse(answer.body).requestId).toBe(answer.headers['x-request-id']);
    }
  });

  it('keeps a request’s id that is well-formed, and makes another for one that is not', async () => {
    const hub = await startTestHub();
    const ask = async (id: string) =>
      (await hub.ask('GET', '/health', { headers: { 'x-request-id': id } })).headers['x-request-id'];
    expect(await ask('kiosk-3.request_17')).toBe('kiosk-3.request_17');
    expect(await ask('two words')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await ask('x'.repeat(101))).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('tells a kiosk that asks too often when to come back, and leaves the others alone', async () => {
    const hub = await startTestHub({ flags: ['--requests-per-minute', '10'] });
    const [eager, calm] = [await hub.enrol(), await hub.enrol()];
    const statuses: number[] = [];
    for (let request = 0; request < 12; request += 1) statuses.push((await eager.ask('GET', '/v1/kiosk')).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
    const answer = await eager.ask('GET', '/v1/feed');
    expect(answer.body).toMatchObject({ error: 'too-many-requests' });
    expect(answer.headers['retry-after']).toMatch(/^\d+$/);
    expect((await calm.ask('GET', '/v1/kiosk')).status).toBe(200);
  });
});

describe('the operator', () => {
  it.each([{}, { authorization: 'Bearer wrong' }, { authorization: 'Basic x' }])(
    'needs the token: %j',
    async (headers) => {
      const hub = await startTestHub();
      for (const [method, path] of [
        ['GET', 'kiosks'],
        ['POST', 'revoke'],
        ['GET', 'export'],
        ['POST', 'purge'],
      ] as const) {
        // prettier-ignore
        const answer = await hub.ask(method, `/v1/operator/${path}`, { headers });
        expect(answer).toMatchObject({ status: 401, body: { error: 'wrong-token' } });
      }
    },
  );

  it('keeps the token over a restart', async () => {
    const hub = await startTestHub();
    expect((await hub.restart()).token).toBe(hub.token);
  });
});

describe('whether the hub is well', () => {
  it('is alive without an event, but not ready', async () => {
    const hub = await startTestHub({ pack: null });
    expect((await hub.ask('GET', '/health')).body).toEqual({ status: 'alive' });
    const answer = await hub.ask('GET', '/ready');
    expect(answer).toMatchObject({ status: 503, body: { error: 'unavailable', missing: 'event' } });
    expect(answer.headers['retry-after']).toBe('2');
  });

  it('is ready with one', async () => {
    const hub = await startTestHub();
    expect((await hub.ask('GET', '/ready')).body).toMatchObject({ status: 'ready', epoch: hub.hub.readiness.epoch });
  });

  it('counts for Prometheus, by route and not by address', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol();
    await kiosk.ask('GET', '/v1/feed?limit=1');
    await hub.ask('GET', '/v1/nowhere');
    await kiosk.send([kiosk.seat(1)]);
    const { body, headers } = await hub.ask('GET', '/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toContain('foyer_hub_request_seconds_count{method="GET",route="/v1/feed",status="200"} 1');
    expect(body).toContain('foyer_hub_request_seconds_count{method="GET",route="none",status="404"} 1');
    expect(body).toContain('foyer_hub_batch_records_sum 1');
    expect(body).toContain('foyer_hub_feed_pages_total 1');
    expect(body).toContain('foyer_hub_kiosks_listening 0');
    expect(body).toContain('foyer_nodejs_eventloop_lag_seconds');
  });

  it('writes a log that names no visitor and repeats no code', async () => {
    const lines: string[] = [];
    const hub = await startTestHub({ logLines: lines });
    const kiosk = await hub.enrol();
    const record = await kiosk.registration(1, { name: 'Zhang Weiwei', email: 'weiwei@visitor.example' });
    await kiosk.send([record, { ...kiosk.seat(2), surprise: 'weiwei@visitor.example' }]);
    await hub.operate('POST', '/v1/operator/visitors/find', { claimCode: record.claimCode });
    await hub.ask('POST', '/v1/enrolments', { body: '{"secret":"weiwei' });
    const log = lines.join('');
    expect(log).toContain('/v1/records');
    for (const secret of ['eiwei', record.claimCode, record.ciphertext, hub.token]) expect(log).not.toContain(secret);
  });
});
