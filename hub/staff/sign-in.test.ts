import { afterEach, describe, expect, it } from 'vitest';
import { closeHubs, startTestHub, type TestHub } from '../hub.fixture.ts';
import { toNetwork } from './sign-in.ts';
import { addMember, fromPage, openBrowser, signInAt, signInThrough, wrongPin } from './staff.fixture.ts';

afterEach(closeHubs);

function readTrail(hub: TestHub) {
  return hub.operate('GET', '/v1/operator/audit').then(({ body }) =>
    String(body)
      .trim()
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as { action: string; staff: string | null; subjects: string[]; kiosk: string }),
  );
}

describe('a browser', () => {
  it('is signed in by a cookie that no script, no other page and no plain connection gets', async () => {
    const hub = await startTestHub();
    const member = await addMember(hub, 'helper', 'Desk 1');
    const answer = await signInAt(hub, member);
    expect(answer).toMatchObject({
      status: 200,
      body: { staff: { number: member.number, label: 'Desk 1', role: 'helper' }, idleSeconds: 600 },
    });
    expect(answer.body).not.toHaveProperty('token');
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^foyer-staff=[A-Za-z0-9_-]{43}; Path=\/v1; HttpOnly; Secure; SameSite=Strict$/);
  });

  it.each([
    ['another page', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another port of the same machine', { origin: 'https://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
    ['a page that hides where it is', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['nowhere', {}],
  ])('asks nothing from %s, even with its cookie', async (_where, headers) => {
    const hub = await startTestHub();
    const member = await addMember(hub, 'helper');
    const { cookie } = await openBrowser(hub, member);
    const plain: Record<string, string> = { ...headers };
    const ask = hub.ask('POST', '/v1/staff/me', { body: {}, headers: { ...plain, cookie } });
    expect(await ask).toMatchObject({ status: 401, body: { error: 'signed-out' } });
    const body = { by: 'pin', number: member.number, pin: member.pin };
    const signIn = hub.ask('POST', '/v1/staff-sessions', { body, headers: plain });
    expect(await signIn).toMatchObject({ status: 403, body: { error: 'not-allowed' } });
  });

  it('is signed out by staff, by ten idle minutes, by a new PIN, by a removal and by a restart', async () => {
    const hub = await startTestHub();
    const member = await addMember(hub, 'helper');
    const first = await openBrowser(hub, member);
    expect((await first.signOut()).headers['set-cookie']).toMatch(/^foyer-staff=; .*Expires=Thu, 01 Jan 1970/);
    expect((await first.post('/v1/staff/me')).status).toBe(401);

    const idle = await openBrowser(hub, member);
    hub.clock.elapsed += 599_000;
    expect((await idle.post('/v1/staff/me')).status).toBe(200);
    hub.clock.now += 1e9;
    hub.clock.elapsed += 599_000;
    expect((await idle.post('/v1/staff/me')).status).toBe(200);
    hub.clock.elapsed += 600_000;
    expect((await idle.post('/v1/staff/me')).status).toBe(401);

    const before = await openBrowser(hub, member);
    const { body } = await hub.operate('POST', '/v1/operator/staff/pin', { number: member.number });
    expect((await before.post('/v1/staff/me')).status).toBe(401);
    expect((await signInAt(hub, member)).status).toBe(401);
    const renewed = { ...member, ...(body as { pin: string }) };

    const removed = await openBrowser(hub, renewed);
    await hub.operate('POST', '/v1/operator/staff/remove', { number: member.number });
    expect((await removed.post('/v1/staff/me')).status).toBe(401);

    const again = await addMember(hub, 'helper');
    const last = await openBrowser(hub, again);
    const restarted = await hub.restart();
    const headers = { ...fromPage(restarted), cookie: last.cookie };
    expect((await restarted.ask('POST', '/v1/staff/me', { body: {}, headers })).status).toBe(401);
  });
});

describe('a kiosk', () => {
  it('gets the token, which is good there and with its signature only', async () => {
    const hub = await startTestHub();
    const member = await addMember(hub, 'helper');
    const kiosk = await hub.enrol('K1');
    const other = await hub.enrol('K2');
    const answer = await signInThrough(kiosk, member);
    expect(answer).toMatchObject({ status: 200, body: { idleSeconds: 60, staff: { role: 'helper' } } });
    expect(answer.headers['set-cookie']).toBeUndefined();
    const { token } = answer.body as { token: string };
    const authorization = `Staff ${token}`;
    expect(await kiosk.ask('POST', '/v1/staff/me', {}, { authorization })).toMatchObject({
      status: 200,
      body: { staff: { number: member.number } },
    });
    expect((await other.ask('POST', '/v1/staff/me', {}, { authorization })).status).toBe(401);
    const unsigned = hub.ask('POST', '/v1/staff/me', { body: {}, headers: { authorization, ...fromPage(hub) } });
    expect((await unsigned).status).toBe(401);
    const cookie = `foyer-staff=${token}`;
    const asBrowser = hub.ask('POST', '/v1/staff/me', { body: {}, headers: { cookie, ...fromPage(hub) } });
    expect((await asBrowser).status).toBe(401);
    expect((await kiosk.ask('POST', '/v1/staff/me', {}, { authorization })).status).toBe(200);
    await hub.operate('POST', '/v1/operator/revoke', { kiosk: 'K1' });
    expect((await kiosk.ask('POST', '/v1/staff/me', {}, { authorization })).status).toBe(403);
  });

  it('signs out', async () => {
    const hub = await startTestHub();
    const member = await addMember(hub, 'helper');
    const kiosk = await hub.enrol('K1');
    const { token } = (await signInThrough(kiosk, member)).body as { token: string };
    const authorization = `Staff ${token}`;
    expect((await kiosk.ask('DELETE', '/v1/staff-sessions', undefined, { authorization })).status).toBe(200);
    expect((await kiosk.ask('POST', '/v1/staff/me', {}, { authorization })).status).toBe(401);
  });
});

describe('a badge', () => {
  it('signs in, and opens what wrong PINs have locked', async () => {
    const hub = await startTestHub();
    const member = await addMember(hub, 'supervisor');
    const wrong = { number: member.number, pin: wrongPin(member) };
    for (let tried = 0; tried < 15; tried += 1) {
      hub.clock.elapsed += 10_000_000;
      expect((await signInAt(hub, wrong)).body).toMatchObject({ error: 'wrong-credentials' });
    }
    hub.clock.elapsed += 10_000_000;
    expect(await signInAt(hub, member)).toMatchObject({ status: 423, body: { error: 'staff-locked' } });
    const byBadge = (badge: string) =>
      hub.ask('POST', '/v1/staff-sessions', { body: { by: 'badge', badge }, headers: fromPage(hub) });
    expect((await byBadge(`FOYER-STAFF-${'0'.repeat(26)}`)).body).toMatchObject({ error: 'wrong-credentials' });
    expect((await byBadge(member.badge)).status).toBe(200);
    expect((await signInAt(hub, member)).status).toBe(200);
    const trail = await readTrail(hub);
    expect(trail.filter(({ action }) => action === 'sign-in-failed')).toHaveLength(16);
    expect(trail.find(({ action }) => action === 'locked')).toMatchObject({
      staff: null,
      subjects: [`staff ${member.number}`, 'address'],
    });
    expect(trail.filter(({ action }) => action === 'sign-in').map(({ staff, subjects }) => [staff, subjects])).toEqual([
      [member.number, ['badge']],
      [member.number, ['pin']],
    ]);
    expect(JSON.stringify(trail)).not.toContain(member.pin);
    expect(JSON.stringify(trail)).not.toContain('127.0.0.1');
  });
});

describe('wrong PINs', () => {
  it('cost a wait that neither a restart nor the clock shortens, and in the end lock number and kiosk', async () => {
    const hub = await startTestHub();
    const [member, other] = [await addMember(hub, 'helper'), await addMember(hub, 'helper')];
    const wrong = { number: member.number, pin: wrongPin(member) };
    for (let tried = 0; tried < 5; tried += 1) expect((await signInAt(hub, wrong)).status).toBe(401);
    const waiting = await signInAt(hub, member);
    expect(waiting).toMatchObject({ status: 429, body: { error: 'wait', seconds: 15 } });
    expect(waiting.headers['retry-after']).toBe('15');
    hub.clock.now += 86_400_000;
    expect((await signInAt(hub, member)).status).toBe(429);
    hub.clock.now -= 2 * 86_400_000;
    expect((await signInAt(hub, member)).status).toBe(429);
    hub.clock.elapsed += 14_000;
    expect((await signInAt(hub, member)).body).toMatchObject({ seconds: 1 });
    // The whole address waits, so another number is no way around.
    expect((await signInAt(hub, other)).body).toMatchObject({ error: 'wait' });
    const restarted = await hub.restart();
    expect((await signInAt(restarted, member)).body).toMatchObject({ error: 'wait', seconds: 15 });
    restarted.clock.elapsed += 15_000;
    expect((await signInAt(restarted, wrong)).status).toBe(401);
    expect((await signInAt(restarted, member)).body).toMatchObject({ error: 'wait', seconds: 30 });
    restarted.clock.elapsed += 30_000;
    expect((await signInAt(restarted, member)).status).toBe(200);
    expect((await signInAt(restarted, wrong)).status).toBe(401);
    expect((await signInAt(restarted, member)).status).toBe(200);
  });

  it('that come all at once are all counted', async () => {
    const hub = await startTestHub();
    const member = await addMember(hub, 'helper');
    const wrong = { number: member.number, pin: wrongPin(member) };
    const statuses = (await Promise.all(Array.from({ length: 12 }, () => signInAt(hub, wrong)))).map(
      ({ status }) => status,
    );
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });

  it('of a number that nobody has are answered in the same way', async () => {
    const hub = await startTestHub();
    const nobody = await signInAt(hub, { number: '10', pin: '123987' });
    expect(nobody).toMatchObject({ status: 404, body: { error: 'no-staff' } });
    const member = await addMember(hub, 'helper');
    const unknown = await signInAt(hub, { number: '99', pin: '123987' });
    const known = await signInAt(hub, { number: member.number, pin: wrongPin(member) });
    expect([unknown.status, unknown.body]).toEqual([
      known.status,
      { ...(known.body as object), requestId: expect.any(String) as string },
    ]);
  });

  it('are forgiven by the operator, those of a number and those of a kiosk', async () => {
    const hub = await startTestHub();
    const member = await addMember(hub, 'helper');
    const kiosk = await hub.enrol('K1');
    const wrong = { number: member.number, pin: wrongPin(member) };
    for (let tried = 0; tried < 15; tried += 1) {
      hub.clock.elapsed += 10_000_000;
      await signInThrough(kiosk, wrong);
    }
    expect((await signInThrough(kiosk, member)).status).toBe(423);
    const { body } = await hub.operate('GET', '/v1/operator/staff');
    expect(body).toMatchObject({ locked: ['kiosk K1', `staff ${member.number}`] });
    expect((await hub.operate('POST', '/v1/operator/staff/unlock', { source: member.number })).status).toBe(200);
    expect((await signInThrough(kiosk, member)).status).toBe(423);
    expect((await signInAt(hub, member)).status).toBe(200);
    expect((await hub.operate('POST', '/v1/operator/staff/unlock', { source: 'K1' })).status).toBe(200);
    expect((await signInThrough(kiosk, member)).status).toBe(200);
    expect((await hub.operate('POST', '/v1/operator/staff/unlock', { source: 'K1' })).status).toBe(404);
  });
});

it.each([
  ['192.168.1.7', '192.168.1.7'],
  ['::ffff:192.168.1.7', '192.168.1.7'],
  ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2'],
  ['2001:db8:1:2::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
])('counts %s as %s', (address, network) => {
  expect(toNetwork(address)).toBe(network);
});
