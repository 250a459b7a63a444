import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { enrolmentAnswerSchema, kioskCertificateSchema, parseEnrolmentCode } from '../domain/protocol/enrolment.ts';
import { hubReadySchema } from '../domain/protocol/hub-ready.ts';
import { signRequest } from '../domain/protocol/signing.ts';
import { connectPinned } from './command/operator-client.ts';
import { runCommand } from './command/run-command.ts';
import { exportKey } from './hub.fixture.ts';

let data: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'foyer-hub-main-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(data, { recursive: true, force: true });
});

function start(argv: readonly string[]) {
  const child = spawn(process.execPath, ['hub/main.ts', ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  const said = { error: '', out: '' };
  child.stderr.on('data', (chunk: Buffer) => (said.error += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
  return { child, said, ended, lines: createInterface({ input: child.stdout }) };
}

const readySchema = hubReadySchema.extend({
  url: z.string(),
  fingerprint: z.string(),
  epoch: z.uuid(),
  certificate: kioskCertificateSchema.nullable(),
});

async function startReady(event = 'build/sample-event') {
  const hub = start(['--data', data, '--listen', '127.0.0.1:0', '--event', event]);
  const line = await Promise.race([
    once(hub.lines, 'line').then(([text]) => String(text)),
    hub.ended.then(() => Promise.reject(new Error(hub.said.error))),
  ]);
  return { ...hub, ready: readySchema.parse(JSON.parse(line)) };
}

async function enrol(ready: { address: string; pin: string }) {
  const { out = '' } = await runCommand('enrol', { argv: ['--data', data], environment: {} });
  const code = parseEnrolmentCode(/[0-9A-Z]{4}(-[0-9A-Z]{4}){5}/.exec(out)?.[0] ?? '');
  if (!code.ok) throw new Error(out);
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const client = connectPinned(ready);
  const body = JSON.stringify({ secret: code.value.secret, publicKey: exportKey(publicKey), position: null });
  const headers = { 'content-type': 'application/json' };
  const response = await client.request({ method: 'POST', path: '/v1/enrolments', headers, body });
  const { certificate } = enrolmentAnswerSchema.parse(await response.body.json());
  const ask = (path: string) =>
    client.request({
      method: 'GET',
      path,
      headers: { ...signRequest({ method: 'GET', path, body: '', keyId: certificate.kiosk, privateKey }) },
    });
  return { client, ask, certificate };
}

describe('npm run hub', () => {
  it('writes one line for programs, and keeps its secrets to its user', async () => {
    const { ready, said, child, ended } = await startReady();
    expect(ready.url).toBe(`https://${ready.address}`);
    expect(ready.certificate).toBeNull();
    expect(said.out.trim().split('\n')).toHaveLength(1);
    for (const name of ['identity.pem', 'operator-token', 'hub.json']) {
      if (process.platform !== 'win32') expect(statSync(join(data, name)).mode & 0o777).toBe(0o600);
    }
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
  });

  it.each([
    [['--listen', 'nowhere'], 2, 'write HOST:PORT'],
    [['--key', 'missing.json'], 2, 'Set FOYER_PASSPHRASE'],
    [['--event', 'hub'], 1, 'event.json: The file is missing.'],
    [['--database', 'postgres://nobody@127.0.0.1:1/foyer'], 1, 'PostgreSQL database cannot be opened'],
    [['--listen', '192.0.2.1:7443'], 1, 'cannot listen on 192.0.2.1:7443'],
    [['--database', '.'], 1, 'cannot be opened'],
  ])('says in a sentence why it does not start: %j', async (argv, code, words) => {
    const { ended, said } = start(['--data', data, '--listen', '127.0.0.1:0', ...argv]);
    expect((await ended)[0]).toBe(code);
    expect(said.error).toContain(words);
    expect(said.error).not.toContain('    at ');
  });

  it.each([
    ['gone', 'missing', 'cannot be read'],
    ['broken', 'hub', 'event.json: The file is missing.'],
  ])('keeps the event that it has when the pack is %s, and says so', async (_how, event, words) => {
    const first = await startReady();
    first.child.kill('SIGINT');
    await first.ended;
    const again = await startReady(event);
    await expect.poll(() => again.said.error).toContain(words);
    expect(again.said.error).toContain('what was loaded before stays');
    const { ask } = await enrol(again.ready);
    expect((await ask('/v1/feed')).statusCode).toBe(200);
  });

  it('explains itself, and passes a command on', async () => {
    const help = start(['--help']);
    expect(await help.ended).toEqual([0, null]);
    expect(help.said).toMatchObject({ error: '', out: expect.stringContaining('--own-kiosk') as string });
    const none = start(['kiosks', '--data', data]);
    expect(await none.ended).toEqual([1, null]);
    expect(none.said.error).toContain(`There is no hub in ${data}`);
  });

  it('ends with the process that started it, when it is a kiosk’s own', async () => {
    const { publicKey } = generateKeyPairSync('ed25519');
    const flags = [
      '--data',
      data,
      '--listen',
      '127.0.0.1:0',
      '--event',
      'build/sample-event',
      '--own-kiosk',
      `K1:${exportKey(publicKey)}`,
    ];
    const script = `const { spawn } = require('node:child_process');
      const hub = spawn(process.execPath, ${JSON.stringify(['hub/main.ts', ...flags])}, { stdio: ['ignore', 'inherit', 'inherit'] });
      console.log('pid ' + hub.pid); setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    children.push(parent);
    let out = '';
    parent.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    await expect.poll(() => out, { timeout: 15_000 }).toContain('"ready":true');
    expect(out).toContain('"kiosk":"K1"');
    const pid = Number(/pid (\d+)/.exec(out)?.[1]);
    parent.kill('SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 15_000 }).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a hub that is told to stop', () => {
  it('finishes what is under way, ends streams, and is gone within ten seconds', async () => {
    const { ready, child, ended } = await startReady();
    const { client, ask } = await enrol(ready);
    const listener = await enrol(ready);
    const news = await listener.ask('/v1/news');
    const streamEnded = once(news.body, 'close');
    news.body.resume();
    // Requests one after another on one connection, until the hub has gone.
    const statuses: number[] = [];
    const load = (async () => {
      try {
        for (;;) {
          const response = await ask('/v1/feed?limit=2000');
          statuses.push(response.statusCode);
          // A page that was begun comes whole.
          await response.body.json();
          if (response.statusCode === 503) return;
        }
      } catch (error) {
        statuses.push(0);
        expect(error).toMatchObject({ code: expect.stringMatching(/ECONN|UND_ERR_SOCKET|EPIPE/) as string });
      }
    })();
    await expect.poll(() => statuses.length, { timeout: 10_000 }).toBeGreaterThan(3);
    const begin = performance.now();
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(performance.now() - begin).toBeLessThan(10_000);
    await Promise.all([load, streamEnded]);
    // The last may be 503, or no connection; none before it failed.
    expect(new Set(statuses.slice(0, -1))).toEqual(new Set([200]));
    await Promise.all([client.destroy(), listener.client.destroy()]);
    // No journal of SQLite is left to be rolled forward.
    expect(existsSync(join(data, 'hub.sqlite-wal')) ? statSync(join(data, 'hub.sqlite-wal')).size : 0).toBe(0);
  });
});
