import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { standardMedia } from '../domain/print-job.ts';
import type { Result } from '../domain/result.ts';
import type { SealedRecord } from '../domain/sealed-record.ts';
import { closeHubs, copyPack, startTestHub } from '../hub/hub.fixture.ts';
import { addMember, openBrowser } from '../hub/staff/staff.fixture.ts';
import { callBridge } from './bridge/bridge.ts';
import { createConfig } from './config/test-config.ts';
import { createHost, type Host, type HostParts } from './host.ts';
import { configured } from './printing/test-configured.ts';
import { createRegistration } from './journal/test-records.ts';
import { createMemoryPrinter } from './printing/memory-printer.ts';
import { parseAddress } from './uplink/hub-target.ts';

let folder: string;
const hosts: Host[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-erase-'));
});
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
  await closeHubs();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function call({ bridge }: Host, verb: string, input: unknown = {}): Promise<unknown> {
  const answer = await callBridge(bridge, verb, input);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

async function startHost(changes: Partial<HostParts['config']>): Promise<Host> {
  const host = await createHost({
    config: createConfig({
      event: '/nowhere',
      data: join(folder, 'K1'),
      printers: [configured({ address: `folder:${join(folder, 'printed')}` })],
      ...changes,
    }),
    shell: { name: 'chromium' },
    printers: [createMemoryPrinter({ media: standardMedia['72mm'] })],
    clock: () => performance.now(),
    now: () => new Date().toISOString(),
    random: (size) => randomBytes(size),
    logger: pino({ enabled: false }),
  });
  if (!host.ok) throw new Error(host.reason.message);
  hosts.push(host.value);
  host.value.goOnline();
  await call(host.value, 'awaitNews', { seen: 0 });
  return host.value;
}

async function register(host: Host, replaces: string | null = null, own = '陳大文'): Promise<SealedRecord> {
  const registration = createRegistration({ name: { own, latin: '' } });
  const kept = (await call(host, 'register', { id: v7(), replaces, registration })) as Result<SealedRecord, string>;
  if (!kept.ok) throw new Error(kept.reason);
  return kept.value;
}

const key = { keyFile: JSON.parse(readFileSync('build/sample-event/sample-key.json', 'utf8')) as unknown };

it(
  'a visitor who withdraws consent at the hub is gone from the kiosk that was away, with a correction made there meanwhile',
  { timeout: 60_000 },
  async () => {
    const hub = await startTestHub({ pack: copyPack() });
    await hub.operate('POST', '/v1/operator/unlock', { ...key, passphrase: 'sample' });
    const desk = await openBrowser(hub, await addMember(hub, 'supervisor'));
    const address = parseAddress(hub.hub.readiness.address);
    if (address === null) throw new Error('the hub has no address');
    const enrolled = { hub: address, enrol: await hub.createCode('K1') };
    const find = (query: string) => desk.call('findVisitors', { query });

    const kiosk = await startHost(enrolled);
    const first = await register(kiosk);
    const stays = await register(kiosk, null, '李小明');
    await vi.waitFor(
      async () => {
        expect((await find('陳大文')).visitors).toMatchObject([{ visitor: first.id, claimCode: first.claimCode }]);
        expect((await find('李小明')).total).toBe(1);
      },
      { timeout: 20_000, interval: 200 },
    );
    await hosts.splice(0)[0]?.close();
    // Without the network: the visitor is corrected at the kiosk and withdraws consent at the hub.
    const alone = await startHost({ ...enrolled, hub: { host: '127.0.0.1', port: 9 } });
    const late = await register(alone, first.id, '陳大民');
    expect(await desk.call('eraseVisitor', { visitor: first.id })).toEqual({ records: 1 });
    expect((await find('陳大文')).total).toBe(0);
    await hosts.splice(0)[0]?.close();

    const back = await startHost(enrolled);
    await vi.waitFor(
      async () => {
        const records = (await call(back, 'pullRecords', { afterSequence: 0 })) as { id: string; kind: string }[];
        expect(records.filter(({ kind }) => kind === 'registration').map(({ id }) => id)).toEqual([stays.id]);
        expect(await call(back, 'erasedRecords')).toMatchObject({
          records: expect.arrayContaining([first.id]) as unknown,
        });
        expect(await call(back, 'status')).toMatchObject({ waiting: 0, deadLetters: [] });
        for (const file of readdirSync(join(folder, 'K1')).filter((name) => name.startsWith('journal'))) {
          const bytes = readFileSync(join(folder, 'K1', file), 'latin1');
          for (const { ciphertext, claimCode } of [first, late])
            for (const trace of [ciphertext, claimCode]) expect(bytes.includes(trace)).toBe(false);
        }
      },
      { timeout: 30_000, interval: 200 },
    );
    for (const query of ['陳大文', '陳大民', first.claimCode]) expect((await find(query)).total).toBe(0);
    expect((await find('李小明')).total).toBe(1);
    // Nothing of it lies at the hub, either.
    for (const file of readdirSync(hub.data).filter((name) => name.startsWith('hub.sqlite'))) {
      const bytes = readFileSync(join(hub.data, file), 'latin1');
      for (const { ciphertext } of [first, late]) expect(bytes.includes(ciphertext)).toBe(false);
    }
  },
);
