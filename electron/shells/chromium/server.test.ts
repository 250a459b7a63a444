import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { callBridge } from '../../bridge/bridge.ts';
import type { PageCall } from '../../bridge/bridge-door.ts';
import { createTestBridge } from '../../bridge/test-bridge.ts';
import { startServer, type ShellServer } from './server.ts';

function callTestBridge(parts: Parameters<typeof createTestBridge>[0] = {}): PageCall {
  const bridge = createTestBridge(parts);
  return (verb, input) => callBridge(bridge, verb, input);
}

let folder: string;
let server: ShellServer;
let log: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-server-'));
  mkdirSync(join(folder, 'dist', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'outside');
  writeFileSync(join(folder, 'dist', '.env'), 'hidden');
  writeFileSync(join(folder, 'dist', 'index.html'), '<!doctype html><title>Foyer</title>');
  writeFileSync(join(folder, 'dist', 'assets', 'main-1a2b3c.js'), 'document.title');
  await restart({ reusableTickets: false });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

async function restart({ reusableTickets }: { reusableTickets: boolean }): Promise<void> {
  log = '';
  server = await startServer({
    call: callTestBridge({
      status: () => Promise.reject(new Error('the visitor Zephyrine is in this message')),
    }),
    rendererFolder: join(folder, 'dist'),
    port: 0,
    reusableTickets,
    camera: true,
    random: (size) => randomBytes(size),
    logger: pino({ level: 'trace' }, { write: (line: string) => (log += line) }),
  });
}

interface Asked {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}
interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

function origin(): URL {
  return new URL('/', server.createAddress());
}

/** Sends the path as it is written, which `fetch` would tidy up. */
function ask({ path, method = 'GET', headers = {}, body }: Asked): Promise<Answered> {
  const { hostname, port } = origin();
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = { hostname, port, path, method, headers: { ...headers, ...length } };
    const request = httpRequest(options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function enter(): Promise<string> {
  const { pathname, search } = new URL(server.createAddress());
  const { headers } = await ask({ path: `${pathname}${search}` });
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

async function callVerb(verb: string, changes: Partial<Asked> = {}): Promise<Answered> {
  const own = { cookie: await enter(), origin: origin().origin, 'content-type': 'application/json' };
  const headers = { ...own, ...changes.headers };
  return ask({ path: `/bridge/${verb}`, method: 'POST', body: '{}', ...changes, headers });
}

const refused = { status: 403, text: expect.stringContaining('own window on this machine') as string };

describe('a ticket', () => {
  it('is exchanged for a cookie that scripts cannot read, and leaves the address', async () => {
    const { pathname, search } = new URL(server.createAddress());
    const answer = await ask({ path: `${pathname}${search}` });
    expect(answer).toMatchObject({ status: 303, headers: { location: '/', 'cache-control': 'no-store' } });
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(/^foyer-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
  });

  it('opens once', async () => {
    const { pathname, search } = new URL(server.createAddress());
    await ask({ path: `${pathname}${search}` });
    expect(await ask({ path: `${pathname}${search}` })).toMatchObject(refused);
  });

  it('opens again where there is no display', async () => {
    await server.close();
    await restart({ reusableTickets: true });
    const { pathname, search } = new URL(server.createAddress());
    await ask({ path: `${pathname}${search}` });
    expect(await ask({ path: `${pathname}${search}` })).toMatchObject({ status: 303 });
  });

  it.each(['', 'x', 'x'.repeat(43), '%00'])('cannot be guessed: "%s"', async (ticket) => {
    expect(await ask({ path: `/?ticket=${ticket}` })).toMatchObject(refused);
  });

  it('opens no other address', async () => {
    const { search } = new URL(server.createAddress());
    expect(await ask({ path: `/bridge/greet${search}`, method: 'POST' })).toMatchObject(refused);
    expect(await ask({ path: `/index.html${search}` })).toMatchObject(refused);
  });
});

describe('without our cookie', () => {
  it.each(['/', '/index.html', '/assets/main-1a2b3c.js', '/bridge/greet', '/missing', '/favicon.ico'])(
    '%s says nothing but that it is closed',
    async (path) => {
      const answer = await ask({ path });
      expect(answer).toMatchObject(refused);
      expect(answer.headers['set-cookie']).toBeUndefined();
    },
  );

  it('a call is refused', async () => {
    expect(await callVerb('greet', { headers: { cookie: '' } })).toMatchObject(refused);
    const name = (await enter()).split('=')[0] ?? '';
    expect(await callVerb('greet', { headers: { cookie: `${name}=guess` } })).toMatchObject(refused);
  });
});

describe('from elsewhere', () => {
  it.each(['http://evil.example', 'http://127.0.0.1', 'http://localhost:80', 'null', ''])(
    'origin "%s" is refused, cookie or not',
    async (foreign) => {
      expect(await callVerb('greet', { headers: { origin: foreign } })).toMatchObject(refused);
    },
  );

  it('a call without an origin is refused', async () => {
    const headers = { cookie: await enter(), 'content-type': 'application/json' };
    expect(await ask({ path: '/bridge/greet', method: 'POST', headers, body: '{}' })).toMatchObject(refused);
  });

  it.each(['evil.example', 'localhost', '127.0.0.1', '[::1]'])('host %s is refused', async (host) => {
    expect(await callVerb('greet', { headers: { host } })).toMatchObject(refused);
    const { pathname, search, port } = new URL(server.createAddress());
    const answer = await ask({ path: `${pathname}${search}`, headers: { host: `${host}:${port === '1' ? 2 : 1}` } });
    expect(answer).toMatchObject(refused);
  });

  it('only 127.0.0.1 is listened on', () => {
    expect(origin().hostname).toBe('127.0.0.1');
  });
});

describe.runIf(process.platform === 'linux' && process.getuid?.() === 0)('another user of this machine', () => {
  /** With everything that could be had: the address from the command line, its ticket, even our cookie. */
  async function askAsNobody(address: string, cookie: string): Promise<string> {
    const code = `process.setgroups([]);process.setgid(65534);process.setuid(65534);
      fetch(process.argv[1], { headers: { cookie: process.argv[2] } })
        .then((answer) => answer.status).then(console.log, () => console.log('closed'));`;
    const child = spawn(process.execPath, ['-e', code, address, cookie], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await once(child, 'close');
    return said.trim();
  }

  it.each(['/', '/index.html', '/assets/main-1a2b3c.js', '/bridge/greet', '/missing'])(
    'is refused at %s',
    async (path) => {
      expect(await askAsNobody(new URL(path, origin()).href, await enter())).toBe('closed');
    },
  );

  it('neither gets in with a ticket that it has read from the command line, nor uses it up', async () => {
    const address = server.createAddress();
    expect(await askAsNobody(address, '')).toBe('closed');
    const { pathname, search } = new URL(address);
    expect(await ask({ path: `${pathname}${search}` })).toMatchObject({ status: 303 });
    expect(log).toContain('another user was refused');
  });
});

describe('a call', () => {
  it('is answered in JSON that nothing keeps', async () => {
    const answer = await callVerb('greet');
    expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(answer.text)).toMatchObject({ kiosk: { id: 'K1' } });
  });

  it.each(['nothing', '__proto__', 'constructor', 'toString', '%5f%5fproto%5f%5f'])(
    'of an unknown verb (%s) is 404',
    async (verb) => {
      expect(await callVerb(verb)).toMatchObject({ status: 404, text: '{"error":"unknown-verb"}' });
    },
  );

  it.each(['{"more":1}', 'null', '[]', '"x"'])('with bad input (%s) is 400', async (body) => {
    expect(await callVerb('greet', { body })).toMatchObject({ status: 400, text: '{"error":"bad-input"}' });
  });

  it.each(['', '{', '{"__proto__":{}}', '{"constructor":{"prototype":{}}}'])(
    'with a body like %s is 400',
    async (body) => {
      expect((await callVerb('greet', { body })).status).toBe(400);
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'with a form’s content type (%s) is 415',
    async (type) => {
      expect((await callVerb('greet', { headers: { 'content-type': type } })).status).toBe(415);
    },
  );

  it('with a body beyond 12 MiB is 413', async () => {
    const { status } = await callVerb('greet', { body: JSON.stringify({ more: 'x'.repeat(12 * 1024 * 1024) }) });
    expect(status).toBe(413);
  });

  it.each(['GET', 'PUT', 'DELETE', 'OPTIONS'])('by %s is 404', async (method) => {
    expect((await callVerb('greet', { method })).status).toBe(404);
  });

  it('that meets a bug is 500, and what the bug quotes goes neither to the page nor into the log', async () => {
    const answer = await callVerb('status');
    expect(answer).toMatchObject({ status: 500, text: '{"error":"failed"}' });
    expect(log).toContain('a call failed');
    expect(log).not.toContain('Zephyrine');
  });
});

describe('a file', () => {
  it('of the build is kept for good, the page itself is not', async () => {
    const headers = { cookie: await enter() };
    const page = await ask({ path: '/', headers });
    expect(page).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
    expect(page.text).toContain('<title>Foyer</title>');
    const asset = await ask({ path: '/assets/main-1a2b3c.js', headers });
    expect(asset.headers['cache-control']).toBe('private, max-age=31536000, immutable');
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '//secret.txt',
    '/.env',
    '/assets/%00',
    '/assets/',
  ])('outside (%s) is out of reach', async (path) => {
    const { status, text } = await ask({ path, headers: { cookie: await enter() } });
    expect([400, 403, 404]).toContain(status);
    expect(text).not.toMatch(/outside|hidden/);
  });
});

describe('every answer', () => {
  const expected = {
    'content-security-policy':
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;" +
      "font-src 'self';connect-src 'self';worker-src 'self';base-uri 'none';form-action 'none';frame-ancestors 'none';sandbox allow-scripts allow-same-origin",
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringMatching(/^camera=\(self\), .*microphone=\(\)/) as string,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-frame-options': 'DENY',
  };

  it.each<[string, () => Promise<Answered>]>([
    ['a page', async () => ask({ path: '/', headers: { cookie: await enter() } })],
    ['an asset', async () => ask({ path: '/assets/main-1a2b3c.js', headers: { cookie: await enter() } })],
    ['a call', () => callVerb('greet')],
    ['a missing file', async () => ask({ path: '/missing', headers: { cookie: await enter() } })],
    ['a refusal', () => ask({ path: '/' })],
    ['a failure', () => callVerb('status')],
  ])('to %s carries the security headers', async (_what, answer) => {
    const { headers } = await answer();
    expect(headers).toMatchObject(expected);
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect(headers['server'] ?? headers['x-powered-by']).toBeUndefined();
  });
});

it('survives what is no HTTP', async () => {
  const { hostname, port } = origin();
  const socket = connect(Number(port), hostname);
  const ended = new Promise((resolve) => socket.on('close', resolve).on('error', resolve).resume());
  socket.write('\x16\x03\x01 this is TLS\r\n\r\n');
  await ended;
  expect((await callVerb('greet')).status).toBe(200);
});

it('rejects when the port is taken', async () => {
  const parts = { call: callTestBridge(), rendererFolder: join(folder, 'dist') };
  const taken = Number(origin().port);
  const logger = pino({ enabled: false });
  const rest = { reusableTickets: false, camera: false };
  await expect(
    startServer({ ...parts, port: taken, ...rest, random: (size) => randomBytes(size), logger }),
  ).rejects.toThrow('EADDRINUSE');
});

it('logs no address, because the ticket stands in one', async () => {
  await callVerb('greet');
  expect(log).not.toContain('ticket');
});
