import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBrowserClient, type BrowserClient } from './browser-client.ts';

/** What a hub answers, by method and path. */
let answers: Record<string, { status: number; body: unknown; retryAfter?: string }>;
let asked: { path: string; body: string }[];
let server: ReturnType<typeof createServer>;
let client: BrowserClient;
let clock: number;
let look: (() => void) | null;

beforeEach(async () => {
  answers = {};
  asked = [];
  clock = 0;
  look = null;
  server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  client = createBrowserClient({
    async ask(path, { method, body }) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body });
      const retryAfter = response.headers.get('retry-after');
      return {
        status: response.status,
        body: await response.text(),
        retryAfter: retryAfter === null ? null : Number(retryAfter),
      };
    },
    now: () => clock,
    every: (_, action) => {
      look = action;
      return () => {
        look = null;
      };
    },
  });
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const path = `${request.method ?? ''} ${request.url ?? ''}`;
  asked.push({ path, body });
  const { status, body: text, retryAfter } = answers[path] ?? { status: 404, body: { error: 'not-found' } };
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
  response.writeHead(status).end(typeof text === 'string' ? text : JSON.stringify(text));
}

const staff = { number: '07', label: 'Desk 1', role: 'helper' };
const pin = { by: 'pin', number: '07', pin: '123456' } as const;
const signIn = 'POST /v1/staff-sessions';

async function signInAs(): Promise<void> {
  answers[signIn] = { status: 200, body: { staff, idleSeconds: 600 } };
  answers['DELETE /v1/staff-sessions'] = { status: 200, body: {} };
  await client.signIn(pin);
}

it('signs in with what was typed', async () => {
  answers[signIn] = { status: 200, body: { staff, idleSeconds: 600 } };
  expect(await client.signIn(pin)).toEqual({ ok: true, value: { staff, scope: 'hub', idleSeconds: 600 } });
  expect(asked).toEqual([{ path: signIn, body: JSON.stringify(pin) }]);
});

it.each([
  [401, { error: 'wrong-credentials' }, undefined, { reason: 'wrong-credentials', waitSeconds: null }],
  [429, { error: 'wait', seconds: 30 }, '30', { reason: 'wait', waitSeconds: 30 }],
  [429, { error: 'wait' }, '15', { reason: 'wait', waitSeconds: 15 }],
  [423, { error: 'staff-locked' }, undefined, { reason: 'staff-locked', waitSeconds: null }],
  [503, { error: 'storage-failed' }, '2', { reason: 'storage-failed', waitSeconds: null }],
  [200, '<html>Log in to the Wi-Fi</html>', undefined, { reason: 'offline', waitSeconds: null }],
])('a sign-in that is answered %d with %j is refused', async (status, body, retryAfter, reason) => {
  answers[signIn] = { status, body, ...(retryAfter !== undefined && { retryAfter }) };
  expect(await client.signIn(pin)).toEqual({ ok: false, reason });
});

it('gives the answer of a call as the table has it', async () => {
  await signInAs();
  answers['POST /v1/staff/kiosks'] = { status: 200, body: { kiosks: [], now: 5, more: 'of a later version' } };
  expect(await client.call('kiosks', {})).toEqual({ ok: true, value: { kiosks: [], now: 5 } });
});

it.each([
  [423, { error: 'locked' }, 'locked'],
  [200, { kiosks: 'none' }, 'bad-request'],
  [502, '<html>Bad gateway</html>', 'unavailable'],
  [404, '<html>Not found</html>', 'failed'],
])('a call that is answered %d with %j is refused as %s', async (status, body, reason) => {
  answers['POST /v1/staff/kiosks'] = { status, body };
  expect(await client.call('kiosks', {})).toEqual({ ok: false, reason });
});

it('a hub that is gone is offline', async () => {
  server.close();
  server.closeAllConnections();
  expect(await client.call('kiosks', {})).toEqual({ ok: false, reason: 'offline' });
  expect(await client.signIn(pin)).toEqual({ ok: false, reason: { reason: 'offline', waitSeconds: null } });
});

it('a session that the hub has ended is over, and said once', async () => {
  await signInAs();
  const ends: string[] = [];
  client.onEnded((end) => ends.push(end));
  answers['POST /v1/staff/kiosks'] = { status: 401, body: { error: 'signed-out' } };
  await Promise.all([client.call('kiosks', {}), client.call('kiosks', {})]);
  expect(ends).toEqual(['signed-out']);
});

it('ends by itself when nobody touches anything, and tells the hub', async () => {
  await signInAs();
  const ends: string[] = [];
  client.onEnded((end) => ends.push(end));
  clock = 400_000;
  client.touch();
  clock = 999_000;
  look?.();
  expect(ends).toEqual([]);
  clock = 1_000_000;
  look?.();
  expect(ends).toEqual(['idle']);
  expect(look).toBeNull();
  await expect.poll(() => asked.at(-1)?.path).toBe('DELETE /v1/staff-sessions');
});

it('signing out is no end that is told', async () => {
  await signInAs();
  const ends: string[] = [];
  client.onEnded((end) => ends.push(end));
  await client.signOut();
  expect(ends).toEqual([]);
  expect(asked.at(-1)?.path).toBe('DELETE /v1/staff-sessions');
});

it('goes on with the session of before, if the hub still has it', async () => {
  expect(await client.resume()).toBeNull();
  answers['POST /v1/staff/me'] = {
    status: 200,
    body: { staff, event: null, isUnlocked: true, indexed: 0, toIndex: 0 },
  };
  expect(await client.resume()).toEqual({ staff, scope: 'hub', idleSeconds: 600 });
});
