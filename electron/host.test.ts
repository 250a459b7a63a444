import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standardMedia } from '../domain/print-job.ts';
import { createRaster } from '../domain/raster.ts';
import type { Registration } from '../domain/registration.ts';
import type { Result } from '../domain/result.ts';
import type { SealedRecord } from '../domain/sealed-record.ts';
import { callBridge } from './bridge/bridge.ts';
import type { Config } from './config/read-config.ts';
import { createConfig } from './config/test-config.ts';
import { createHost, type Host } from './host.ts';
import { createRegistration } from './journal/test-records.ts';
import { configured } from './printing/test-configured.ts';
import { createMemoryPrinter, type MemoryPrinter } from './printing/memory-printer.ts';

let folder: string;
let config: Config;
let printer: MemoryPrinter;
let log: string;
let forgotten: number;
const hosts: Host[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-host-'));
  config = createConfig({
    event: 'build/sample-event',
    data: join(folder, 'data'),
    printers: [configured({ address: `folder:${join(folder, 'printed')}`, media: '58mm' })],
    hub: 'none',
  });
  printer = createMemoryPrinter({ media: standardMedia['58mm'] });
  log = '';
  forgotten = 0;
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

function create(changes: Partial<Config> = {}) {
  return createHost({
    config: { ...config, ...changes },
    shell: { name: 'chromium', forgetVisit: () => (forgotten += 1) },
    printers: [printer],
    clock: () => performance.now(),
    now: () => new Date().toISOString(),
    random: (size) => randomBytes(size),
    logger: pino({ level: 'trace' }, { write: (line: string) => (log += line) }),
  });
}

async function start(changes: Partial<Config> = {}): Promise<Host> {
  const host = await create(changes);
  if (!host.ok) throw new Error(host.reason.message);
  hosts.push(host.value);
  return host.value;
}

async function stop(): Promise<void> {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
}

async function call({ bridge }: Host, verb: string, input: unknown): Promise<unknown> {
  const answer = await callBridge(bridge, verb, input);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

interface Changes {
  id?: string;
  replaces?: string;
  registration?: Registration;
}
async function register(host: Host, { id = v7(), replaces, registration = createRegistration() }: Changes = {}) {
  const answer = await call(host, 'register', { id, replaces: replaces ?? null, registration });
  return answer as Result<SealedRecord, string>;
}

async function mustRegister(host: Host, changes: Changes = {}): Promise<SealedRecord> {
  const result = await register(host, changes);
  if (!result.ok) throw new Error(result.reason);
  return result.value;
}

function printInput(id = v7()) {
  const { width, height, bits } = createRaster(464, 20);
  const raster = { width, height, bits: Buffer.from(bits).toString('base64') };
  return { id, document: 'badge', copy: 'first', printer: 'printer', raster };
}

describe('register', () => {
  it('commits one record after another, each with the next number, also when they come at once', async () => {
    const host = await start();
    const records = await Promise.all(Array.from({ length: 5 }, () => mustRegister(host)));
    expect(records.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(records.map(({ claimCode }) => claimCode)).size).toBe(5);
    expect(await call(host, 'pullRecords', { afterSequence: 0 })).toEqual(records);
    expect(await call(host, 'pullRecords', { afterSequence: 3 })).toEqual(records.slice(3));
  });

  it('answers a repeated id with the record of the first time, also after a restart', async () => {
    const id = v7();
    const first = await start();
    const record = await mustRegister(first, { id });
    expect(await mustRegister(first, { id })).toEqual(record);
    await stop();
    const second = await start();
    expect(await mustRegister(second, { id })).toEqual(record);
    expect((await mustRegister(second)).sequence).toBe(2);
  });

  it('keeps the claim code of the record that it replaces', async () => {
    const host = await start();
    const first = await mustRegister(host);
    const second = await mustRegister(host, { replaces: first.id });
    expect(second).toMatchObject({ replaces: first.id, claimCode: first.claimCode, sequence: 2 });
  });

  it('refuses to replace what it does not know, and uses up no number', async () => {
    const host = await start();
    expect(await register(host, { replaces: v7() })).toEqual({ ok: false, reason: 'unknown-record' });
    expect((await mustRegister(host)).sequence).toBe(1);
  });

  it('refuses an id of another event in the same data folder', async () => {
    const record = await mustRegister(await start());
    await stop();
    const event = join(folder, 'other');
    cpSync('build/sample-event', event, { recursive: true });
    const text = readFileSync(join(event, 'event.json'), 'utf8');
    writeFileSync(join(event, 'event.json'), text.replace('micro-e-in-action-2025', 'other-event'));
    const host = await start({ event });
    expect(await register(host, { id: record.id })).toEqual({ ok: false, reason: 'other-event' });
    expect(await register(host, { replaces: record.id })).toEqual({ ok: false, reason: 'other-event' });
    expect((await mustRegister(host)).sequence).toBe(1);
  });
});

describe('nothing readable is left', () => {
  const name = 'Zephyrine 瑤光 Quixote';
  const address = 'zephyrine.unique@visitor.example';
  const registration = createRegistration({
    name: { own: name, latin: '' },
    contact: { kind: 'email', value: address },
  });

  it('on the disk, in any encoding', async () => {
    const host = await start();
    await mustRegister(host, { registration });
    await call(host, 'print', printInput());
    const whileOpen = readAll(config.data);
    await stop();
    const files = [...whileOpen, ...readAll(config.data)];
    expect(files.length).toBeGreaterThan(4);
    for (const trace of [name, address].flatMap(traces)) {
      expect(files.filter(({ bytes }) => bytes.includes(trace)).map(({ path }) => path)).toEqual([]);
    }
  });

  it('in the log, which still tells how long things took', async () => {
    const host = await start();
    await mustRegister(host, { registration });
    await register(host, { registration, replaces: v7() });
    await call(host, 'print', printInput());
    await callBridge(host.bridge, 'register', { ...registration, consent: false });
    await call(host, 'endVisit', {});
    const bytes = Buffer.from(log);
    for (const trace of [name, address].flatMap(traces)) expect(bytes.includes(trace)).toBe(false);
    expect(log).toMatch(/"sequence":1,"milliseconds":[\d.]+,"msg":"register"/);
    expect(log).toMatch(/"state":"printed","milliseconds":[\d.]+,"msg":"print"/);
  });

  it('and the kiosk’s key is for its user only', async () => {
    await start();
    if (process.platform !== 'win32') {
      expect(statSync(join(config.data, 'kiosk-key.pem')).mode & 0o777).toBe(0o600);
      expect(statSync(config.data).mode & 0o777).toBe(0o700);
    }
  });
});

describe('print', () => {
  it('hands the raster to the printer and says how the job ended', async () => {
    const host = await start();
    printer.answer({ state: 'failed', fault: 'paper-out', paper: 'blank' });
    const input = printInput();
    expect(await call(host, 'print', input)).toEqual({ state: 'failed', fault: 'paper-out', paper: 'blank' });
    expect(printer.jobs).toMatchObject([{ id: input.id, document: 'badge', raster: createRaster(464, 20) }]);
  });

  it('never repeats a job', async () => {
    const host = await start();
    const input = printInput();
    await call(host, 'print', input);
    expect(await call(host, 'print', input)).toEqual({ state: 'printed' });
    expect(printer.jobs).toHaveLength(1);
  });

  it('tells how every printer stands, what came out of it, and where the next sheet would go', async () => {
    printer.report({ faults: ['cover-open'], paperLow: true });
    const host = await start();
    const input = printInput();
    await call(host, 'print', input);
    expect(await call(host, 'printers', {})).toMatchObject([
      { id: 'printer', media: standardMedia['58mm'], isPaused: false, jobs: [{ id: input.id, state: 'printed' }] },
    ]);
    expect(await call(host, 'choosePrinter', { document: 'badge' })).toMatchObject({ id: 'printer', isShared: false });
  });

  it('keeps how it ended in the journal, without a word of what was on it', async () => {
    const input = printInput();
    await call(await start(), 'print', input);
    await stop();
    const database = new DatabaseSync(join(config.data, 'journal.sqlite'), { readOnly: true });
    const rows = database.prepare('select id, document, copy, printer, state, fault from print_outcome').all();
    database.close();
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { id: input.id, document: 'badge', copy: 'first', printer: 'printer', state: 'printed', fault: null },
    ]);
  });

  it('comes out though the journal is full', async () => {
    const host = await start();
    const database = new DatabaseSync(join(config.data, 'journal.sqlite'));
    database.exec('drop table print_outcome');
    database.close();
    expect(await call(host, 'print', printInput())).toEqual({ state: 'printed' });
    expect(log).toContain('the journal failed');
  });

  it('lets nobody command a printer who is not signed in', async () => {
    const order = { kind: 'pause', printer: 'printer' };
    expect(await call(await start(), 'commandPrinter', { order })).toEqual({ ok: false, reason: 'staff-only' });
  });
});

it('forgets with the visit what waits for the printer, and tells the shell', async () => {
  const host = await start();
  const busy = Promise.withResolvers<{ state: 'printed' }>();
  printer.answer(busy.promise);
  const underWay = call(host, 'print', printInput());
  const waiting = call(host, 'print', printInput());
  expect(await call(host, 'endVisit', {})).toBeNull();
  busy.resolve({ state: 'printed' });
  expect(await waiting).toEqual({ state: 'cancelled' });
  expect(await underWay).toEqual({ state: 'printed' });
  expect(printer.jobs).toHaveLength(1);
  expect(forgotten).toBe(1);
});

it('greets with what the renderer must know', async () => {
  expect(await call(await start(), 'greet', {})).toEqual({
    kiosk: { id: 'K1', place: expect.any(String) as string },
    media: standardMedia['58mm'],
    idle: { warnAfterSeconds: 45, wipeAfterSeconds: 15 },
    shell: 'chromium',
    camera: true,
  });
});

it('feeds the catalogue', async () => {
  const page = await call(await start(), 'pullCatalogue', { cursor: null });
  expect(page).toMatchObject({ reset: true, upserts: { event: { id: 'micro-e-in-action-2025' } } });
});

describe('a host that cannot start says why', () => {
  it.each<[string, () => Partial<Config>, RegExp]>([
    ['pack', () => ({ event: '/nowhere' }), /\/nowhere cannot be read/],
    ['kiosk', () => ({ kiosk: 'K99' }), /no kiosk K99\. Start with --kiosk and one of K1, K2/],
    ['data-folder', () => ({ data: join(writeFile('file', ''), 'data') }), /cannot be made/],
    ['journal', () => ({ data: dataWith('journal.sqlite', 'damaged '.repeat(600)) }), /journal .* cannot be opened/],
    ['kiosk-key', () => ({ data: dataWith('kiosk-key.pem', 'damaged') }), /key .* cannot be used/],
  ])('%s', async (code, changes, words) => {
    expect(await create(changes())).toMatchObject({
      ok: false,
      reason: { code, message: expect.stringMatching(words) as string },
    });
  });
});

function writeFile(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

function dataWith(name: string, content: string): string {
  mkdirSync(join(folder, 'faulty'));
  writeFile(join('faulty', name), content);
  return join(folder, 'faulty');
}

function readAll(root: string): { path: string; bytes: Buffer }[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: readFileSync(path) }));
}

/** UTF-8, UTF-16, and the three ways in which base64 can cut a text that stands inside another. */
function traces(text: string): Buffer[] {
  const utf8 = Buffer.from(text);
  const cuts = [0, 1, 2].map((skip) => {
    const whole = utf8.subarray(skip, skip + Math.floor((utf8.length - skip) / 3) * 3);
    return whole.toString('base64');
  });
  return [utf8, Buffer.from(text, 'utf16le'), ...cuts.map((cut) => Buffer.from(cut))];
}
