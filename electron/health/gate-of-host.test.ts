import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { callBridge } from '../bridge/bridge.ts';
import { readConfig } from '../config/read-config.ts';
import { createHost, type Host } from '../host.ts';
import { createRegistration } from '../journal/test-records.ts';
import { createGate, type Gate } from './gate.ts';

let folder: string;
let gate: Gate;
let host: Host;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-gate-'));
  gate = createGate();
  const defaults = { event: 'build/sample-event', data: folder };
  const sources = { argv: ['--hub', 'none'], environment: {}, workingFolder: process.cwd(), defaults };
  const config = readConfig({ ...sources, unknownFlags: 'refuse' });
  if (!config.ok) throw new Error(config.reason.join('\n'));
  const opened = await createHost({
    config: config.value,
    shell: { name: 'chromium' },
    gate,
    clock: () => performance.now(),
    now: () => new Date().toISOString(),
    random: (size) => randomBytes(size),
    logger: pino({ enabled: false }),
  });
  if (!opened.ok) throw new Error(opened.reason.message);
  host = opened.value;
});
afterEach(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

async function call(verb: string, input: unknown = {}): Promise<unknown> {
  const answer = await callBridge(host.bridge, verb, input);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}

const register = () => call('register', { id: v7(), replaces: null, registration: createRegistration() });
const refused = { ok: false, reason: 'kiosk-closed' };

it('lets nobody begin while it is closed, and says so to pages, status and hub', async () => {
  const { seen } = (await call('awaitNews', { seen: 0 })) as { seen: number };
  const news = call('awaitNews', { seen });
  gate.set('disk-full', true);
  expect(await news).toEqual({ seen: seen + 1 });
  const closed = { state: 'closed', reason: 'disk-full' };
  expect(await call('gate')).toEqual(closed);
  expect(await call('status')).toMatchObject({ gate: closed });
  expect(await call('beginVisit')).toEqual(refused);
  expect(await register()).toEqual(refused);
  gate.set('disk-full', false);
  expect(await call('beginVisit')).toEqual({ ok: true, value: null });
  expect(await register()).toMatchObject({ ok: true });
});

it('lets the visitor who is there finish, and nobody after', async () => {
  await call('beginVisit');
  gate.set('not-ready', true);
  expect(await register()).toMatchObject({ ok: true });
  expect(host.isBusy()).toBe(true);
  await call('endVisit');
  expect(host.isBusy()).toBe(false);
  expect(await register()).toEqual(refused);
  expect(await call('beginVisit')).toEqual(refused);
});
