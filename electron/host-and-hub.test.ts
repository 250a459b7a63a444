import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KioskStatus } from '../domain/kiosk-status.ts';
import { standardMedia } from '../domain/print-job.ts';
import type { Result } from '../domain/result.ts';
import type { SealedRecord } from '../domain/sealed-record.ts';
import { callBridge } from './bridge/bridge.ts';
import type { Config } from './config/read-config.ts';
import { createConfig } from './config/test-config.ts';
import type { HubProcess } from './embedded-hub/hub-process.ts';
import { spawnHub } from './embedded-hub/spawn-hub.ts';
import { createHost, type Host } from './host.ts';
import { createRegistration } from './journal/test-records.ts';
import { configured } from './printing/test-configured.ts';
import { createMemoryPrinter } from './printing/memory-printer.ts';
import { parseAddress } from './uplink/hub-target.ts';

/** A host that starts a hub of its own, as a process, needs a moment on a busy machine. */
const patience = { timeout: 60_000 };
const hubScript = 'hub/main.ts';
const ticket = 'ME25-7K3Q-9XTA';

let folder: string;
let hubs: HubProcess[];
const hosts: Host[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-fleet-'));
  hubs = [];
});
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
  for (const hub of hubs) hub.kill();
  await Promise.all(hubs.map(({ ended }) => ended));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function runHub(flags: readonly string[]): HubProcess {
  const hub = spawnHub(hubScript, [...flags, '--log-level', 'silent']);
  hubs.push(hub);
  return hub;
}

function create(name: string, changes: Partial<Config>) {
  const config = createConfig({
    event: 'build/sample-event',
    data: join(folder, name),
    printers: [configured({ address: `folder:${join(folder, 'printed')}` })],
    ...changes,
  });
  return createHost({
    config,
    shell: { name: 'chromium', startHub: runHub },
    printers: [createMemoryPrinter({ media: standardMedia['72mm'] })],
    clock: () => performance.now(),
    now: () => new Date().toISOString(),
    random: (size) => randomBytes(size),
    logger: pino({ enabled: false }),
  });
}

async function start(name: string, changes: Partial<Config> = {}): Promise<Host> {
  const host = await create(name, changes);
  if (!host.ok) throw new Error(host.reason.message);
  hosts.push(host.value);
  host.value.goOnline();
  // As the page does when its first screen stands.
  await call(host.value, 'awaitNews', { seen: 0 });
  return host.value;
}

async function stop(host: Host): Promise<void> {
  hosts.splice(hosts.indexOf(host), 1);
  await host.close();
}

async function call({ bridge }: Host, verb: string, input: unknown = {}): Promise<unknown> {
  const answer = await callBridge(bridge, verb, input);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

async function register(host: Host): Promise<SealedRecord> {
  const input = { id: v7(), replaces: null, registration: createRegistration() };
  const result = (await call(host, 'register', input)) as Result<SealedRecord, string>;
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

async function waitForStatus(host: Host, status: object): Promise<KioskStatus> {
  return vi.waitFor(
    async () => {
      const found = (await call(host, 'status')) as KioskStatus;
      expect(found).toMatchObject(status);
      return found;
    },
    { timeout: 40_000, interval: 100 },
  );
}

const online = { link: { state: 'online' }, waiting: 0 };

/** The operator's commands, of the hub in a kiosk's data folder. */
async function tellHub(name: string, ...words: string[]): Promise<string> {
  const data = join(folder, name, 'hub', 'micro-e-in-action-2025');
  const { stdout } = await promisify(execFile)(process.execPath, [hubScript, ...words, '--data', data]);
  return stdout;
}

async function makeCode(name: string, position: string): Promise<string> {
  return /(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}/.exec(await tellHub(name, 'enrol', '--position', position))?.[0] ?? '';
}

function addressOf(status: KioskStatus) {
  const address = parseAddress(status.hub.address ?? '');
  if (address === null) throw new Error('the hub has no address');
  return address;
}

describe('a lone kiosk', () => {
  it('runs a hub of its own, which gets what was recorded before and after it was there', patience, async () => {
    const host = await start('K1');
    await register(host);
    expect(await call(host, 'status')).toMatchObject({
      link: { state: 'offline', reason: null },
      recorded: 1,
      waiting: 1,
    });
    const status = await waitForStatus(host, { ...online, recorded: 1, catalogue: { attendees: 40 } });
    expect(status).toMatchObject({
      kiosk: 'K1',
      event: 'micro-e-in-action-2025',
      version: expect.stringMatching(/^\d/) as string,
      hub: { kind: 'embedded', address: expect.stringMatching(/^127\.0\.0\.1:\d+$/) as string },
      deadLetters: [],
      possibleDuplicates: 0,
    });
    await register(host);
    await waitForStatus(host, { ...online, recorded: 2, possibleDuplicates: 1 });
  });

  it('goes on when its hub is killed, and starts it again', patience, async () => {
    const host = await start('K1');
    await waitForStatus(host, online);
    hubs[0]?.kill();
    await hubs[0]?.ended;
    await register(host);
    await waitForStatus(host, { ...online, recorded: 1 });
    expect(hubs.length).toBeGreaterThan(1);
  });

  it('checks in a visitor with a ticket, also without the hub, once', patience, async () => {
    const host = await start('K1');
    await waitForStatus(host, { catalogue: { attendees: 40 } });
    await stop(host);
    const offline = await start('K1', { hub: 'none' });
    const input = { id: v7(), code: ticket.toLowerCase().replaceAll('-', ' '), language: 'en' };
    const first = await call(offline, 'checkIn', input);
    expect(first).toMatchObject({
      ok: true,
      value: {
        kind: 'attendee',
        isRepeat: false,
        attendee: { name: { latin: 'Priya Nair (Sample)' }, email: 'priya.nair@example.com' },
        record: {
          kind: 'check-in',
          sequence: 1,
          purpose: 'talent-pool',
          contactIndexes: [expect.any(Number) as number],
        },
      },
    });
    expect(await call(offline, 'checkIn', input)).toEqual(first);
    const { value } = first as { value: { record: SealedRecord } };
    expect(await call(offline, 'checkIn', { ...input, id: v7() })).toMatchObject({
      value: { isRepeat: true, record: value.record },
    });
    const { claimCode } = value.record;
    expect(await call(offline, 'checkIn', { ...input, id: v7(), code: claimCode.toLowerCase() })).toEqual({
      ok: true,
      value: { kind: 'claim-code', claimCode },
    });
    expect(await call(offline, 'checkIn', { ...input, code: 'nobody’s' })).toEqual({
      ok: false,
      reason: 'unknown-code',
    });
    expect(await call(offline, 'status')).toMatchObject({ link: { state: 'alone' }, recorded: 1, waiting: 0 });
    await stop(offline);
    await waitForStatus(await start('K1'), { ...online, recorded: 1 });
  });
});

describe('a second kiosk', () => {
  it('that took registrations alone brings them under its own name, and no other', patience, async () => {
    const first = await start('K1');
    const hub = addressOf(await waitForStatus(first, online));
    for (const kiosk of ['K1', 'K2']) {
      const alone = await start(`alone ${kiosk}`, { hub: 'none', kiosk });
      await register(alone);
      await stop(alone);
    }
    const enrol = await makeCode('K1', 'K3');
    expect(await create('alone K1', { hub, enrol })).toMatchObject({
      ok: false,
      reason: {
        code: 'enrolment',
        message: expect.stringMatching(/a name that another kiosk of the hub has/) as string,
      },
    });
    const second = await start('alone K2', { hub, enrol });
    await waitForStatus(second, { ...online, kiosk: 'K2', recorded: 1 });
    expect(await tellHub('K1', 'kiosks')).toMatch(/^K2 .*\b1\b/m);
  });

  it('enrols with the first, and starts later without it and without a network', patience, async () => {
    const first = await start('K1');
    const hub = addressOf(await waitForStatus(first, online));
    const enrol = await makeCode('K1', 'K2');
    const second = await start('second', { event: '/nowhere', hub, enrol });
    await register(second);
    await waitForStatus(second, { ...online, kiosk: 'K2', recorded: 1, hub: { kind: 'enrolled' } });
    expect(await call(second, 'greet')).toMatchObject({ kiosk: { id: 'K2', place: expect.any(String) as string } });
    const path = join(folder, 'second', 'enrolment.json');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
    await stop(second);
    await stop(first);
    // The code is used, and the hub is away.
    const later = await start('second', { event: '/nowhere', enrol, hub });
    expect(await call(later, 'pullCatalogue', { cursor: null })).toMatchObject({
      upserts: { event: { id: 'micro-e-in-action-2025' } },
    });
    expect((await register(later)).sequence).toBe(2);
    expect(await call(later, 'status')).toMatchObject({ kiosk: 'K2', link: { state: 'offline' }, waiting: 1 });
  });

  it('is shut out when it is revoked', patience, async () => {
    const first = await start('K1');
    const hub = addressOf(await waitForStatus(first, online));
    const second = await start('second', { hub, enrol: await makeCode('K1', 'K2') });
    await waitForStatus(second, online);
    await tellHub('K1', 'revoke', 'K2');
    await register(second);
    await waitForStatus(second, { link: { state: 'offline', reason: 'kiosk-revoked' }, waiting: 1 });
  });

  it('gives a hub that lost its disk everything again', patience, async () => {
    const data = join(folder, 'venue');
    const flags = ['--data', data, '--event', 'build/sample-event'];
    const lost = runHub([...flags, '--listen', '127.0.0.1:0']);
    const ready = await new Promise<{ address: string }>((resolve) => {
      lost.onLine((line) => {
        resolve(JSON.parse(line) as { address: string });
      });
    });
    const hub = parseAddress(ready.address) ?? undefined;
    const enrolled = await promisify(execFile)(process.execPath, [hubScript, 'enrol', '--data', data]);
    const enrol = /(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}/.exec(enrolled.stdout)?.[0] ?? '';
    const host = await start('K1', { ...(hub && { hub }), enrol });
    for (let count = 0; count < 5; count += 1) await register(host);
    await waitForStatus(host, { ...online, recorded: 5 });
    const epoch = certificateOf('K1').epoch;
    lost.kill();
    await lost.ended;
    for (const name of readdirSync(data)) if (name.startsWith('hub.sqlite')) rmSync(join(data, name));
    await register(host);
    runHub([...flags, '--listen', ready.address, '--restore']);
    await waitForStatus(host, { ...online, recorded: 6 });
    expect(certificateOf('K1').epoch).not.toBe(epoch);
  });
});

function certificateOf(name: string): { epoch: string } {
  const file = JSON.parse(readFileSync(join(folder, name, 'enrolment.json'), 'utf8')) as {
    certificate: { epoch: string };
  };
  return file.certificate;
}

describe('the last good copy', () => {
  it('stays when the event pack breaks, and the status says so', async () => {
    const pack = join(folder, 'pack');
    cpSync('build/sample-event', pack, { recursive: true });
    await stop(await start('K1', { event: pack, hub: 'none' }));
    writeFileSync(join(pack, 'event.json'), '{');
    const host = await start('K1', { event: pack, hub: 'none' });
    expect(await call(host, 'pullCatalogue', { cursor: null })).toMatchObject({
      upserts: { event: { id: 'micro-e-in-action-2025' } },
    });
    expect(await call(host, 'status')).toMatchObject({ catalogue: { isPackBroken: true } });
    expect((await register(host)).sequence).toBe(1);
  });

  it('is made anew when its file is torn, whatever is left of it', async () => {
    await stop(await start('K1', { hub: 'none' }));
    const path = join(folder, 'K1', 'cache.sqlite');
    const bytes = readFileSync(path);
    for (const length of [0, 10, 4096, Math.floor(bytes.length / 2)]) {
      for (const rest of ['-wal', '-shm']) if (existsSync(path + rest)) rmSync(path + rest);
      writeFileSync(path, bytes.subarray(0, length));
      const host = await start('K1', { hub: 'none' });
      const page = (await call(host, 'pullCatalogue', { cursor: null })) as { upserts: { jobs: unknown[] } };
      expect(page.upserts.jobs.length).toBe(320);
      await stop(host);
    }
  });
});
