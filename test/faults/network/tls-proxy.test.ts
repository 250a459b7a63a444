import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createCertificate } from '../../../hub/identity/certificate.ts';
import { createRandom } from '../harness/random.ts';
import { startTlsProxy, type TlsProxy } from './tls-proxy.ts';

let folder: string;
let hub: Server;
let proxy: TlsProxy;
let heard: string[];
const agent = new Agent({ connect: { rejectUnauthorized: false } });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-tls-'));
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  writeFileSync(join(folder, 'identity.pem'), key);
  heard = [];
  hub = createServer({ key, cert: await createCertificate(privateKey, '127.0.0.1') }, (asked, reply) => {
    asked.on('data', (chunk: Buffer) =>
      heard.push(`${asked.url ?? ''} ${String(asked.headers['x-mark'])} ${chunk.toString()}`),
    );
    asked.on('end', () => reply.writeHead(201, { 'x-mark': 'hub' }).end('done'));
  }).listen(0, '127.0.0.1');
  await once(hub, 'listening');
  const target = (hub.address() as AddressInfo).port;
  proxy = await startTlsProxy({ target, hubFolder: folder, random: createRandom('tls') });
});
afterEach(async () => {
  await proxy.close();
  hub.closeAllConnections();
  hub.close();
  rmSync(folder, { recursive: true });
});

async function ask(body: string): Promise<{ status: number; mark: unknown; text: string } | null> {
  try {
    const options = { method: 'POST', dispatcher: agent, headers: { 'x-mark': 'kiosk' }, body } as const;
    const answer = await request(`https://127.0.0.1:${proxy.port}/v1/records?a=b`, options);
    return { status: answer.statusCode, mark: answer.headers['x-mark'], text: await answer.body.text() };
  } catch {
    return null;
  }
}
const done = { status: 201, mark: 'hub', text: 'done' };
const said = (body: string) => `/v1/records?a=b kiosk ${body}`;

it('passes requests and answers on as they are', async () => {
  expect(await ask('one')).toEqual(done);
  expect(heard).toEqual([said('one')]);
  expect(proxy.meddled).toBe(0);
});

it('doubles a request, and gives one answer', async () => {
  proxy.setMeddling({ kind: 'doubling', share: 1 });
  expect(await ask('one')).toEqual(done);
  expect(heard).toEqual([said('one'), said('one')]);
});

it('loses the answer to what was done', async () => {
  proxy.setMeddling({ kind: 'losing-answers', share: 1 });
  expect(await ask('one')).toBe(null);
  expect(heard).toEqual([said('one')]);
});

it('brings a request after a later one', async () => {
  proxy.setMeddling({ kind: 'reordering', share: 1, latest: 500 });
  expect(await ask('one')).toBe(null);
  proxy.setMeddling({ kind: 'none' });
  expect(await ask('two')).toEqual(done);
  // Closing waits for what is late.
  await proxy.close();
  expect(heard).toEqual([said('two'), said('one')]);
});

it('answers as a captive portal does, and the hub hears nothing', async () => {
  proxy.setMeddling({ kind: 'portal' });
  const answer = await ask('one');
  expect(answer).toMatchObject({ status: 200, mark: undefined });
  expect(answer?.text).toContain('<form>');
  expect(heard).toEqual([]);
});
