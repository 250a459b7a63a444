import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { callBridge } from '../bridge/bridge.ts';
import { readConfig } from '../config/read-config.ts';
import type { HubProcess } from '../embedded-hub/hub-process.ts';
import { createHost, type Host } from '../host.ts';
import { createRegistration } from '../journal/test-records.ts';
import { openLog } from './open-log.ts';

const ticket = 'ME25-7K3Q-9XTA';
const pin = '739105';
/** What a visitor types and scans, and what staff do. None of it may be in a log. */
const canaries = [
  'Zephyrine',
  'Quistgaard',
  '曾斐琳',
  'zephyrine@visitor.example',
  '61234567',
  ticket,
  pin,
  'K7QX2M9P',
];

let folder: string;
let hubLog: string;
let close: () => Promise<void>;
let host: Host;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-one-id-'));
  hubLog = '';
  const defaults = { event: 'build/sample-event', data: join(folder, 'data') };
  const sources = { argv: ['--log-level', 'debug'], environment: {}, workingFolder: process.cwd(), defaults };
  const config = readConfig({ ...sources, unknownFlags: 'refuse' });
  if (!config.ok) throw new Error(config.reason.join('\n'));
  const log = openLog({ config: config.value, clock: () => performance.now() });
  const opened = await createHost({
    config: config.value,
    shell: { name: 'chromium', startHub },
    clock: () => performance.now(),
    now: () => new Date().toISOString(),
    random: (size) => randomBytes(size),
    logger: log.logger,
  });
  if (!opened.ok) throw new Error(opened.reason.message);
  host = opened.value;
  close = async () => {
    await host.close();
    await log.close();
  };
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** As the kiosk does it, with its log kept here. */
function startHub(flags: readonly string[]): HubProcess {
  const child = spawn(process.execPath, ['hub/main.ts', ...flags, '--log-level', 'debug'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (hubLog += chunk));
  const lines = createInterface({ input: child.stdout });
  return {
    onLine: (listener) => void lines.on('line', listener),
    ended: once(child, 'exit').then(([code]: unknown[]) => Number(code)),
    stop: () => void child.kill('SIGTERM'),
    kill: () => void child.kill('SIGKILL'),
  };
}

async function call(verb: string, input: unknown = {}): Promise<unknown> {
  const answer = await callBridge(host.bridge, verb, input);
  return answer.ok ? answer.value : answer.reason;
}

function readLogs(): string {
  const logs = join(folder, 'data', 'logs');
  const files = readdirSync(logs).map((name) => readFileSync(join(logs, name), 'utf8'));
  return files.join('\n');
}

function requestIds(log: string, words: string): Set<string> {
  const lines = log.split('\n').filter((line) => line.includes(words) && line.includes('/v1/records'));
  return new Set(lines.map((line) => (JSON.parse(line) as { requestId: string }).requestId));
}

it('has one id for a request in both logs, and nothing of a visitor in either', { timeout: 120_000 }, async () => {
  host.goOnline();
  await call('awaitNews', { seen: 0 });
  const registration = createRegistration({
    name: { own: '曾斐琳', latin: 'Zephyrine Quistgaard' },
    contact: { kind: 'email', value: 'zephyrine@visitor.example' },
  });
  await call('beginVisit');
  expect(await call('register', { id: v7(), replaces: null, registration })).toMatchObject({ ok: true });
  await call('register', { id: 'Zephyrine', replaces: null, registration });
  await call('register', { id: v7(), replaces: v7(), registration });
  await call('checkIn', { id: v7(), code: ticket });
  await call('checkIn', { id: v7(), code: 'K7QX2M9P' });
  const patient = { timeout: 60_000, interval: 200 };
  await expect.poll(() => call('status'), patient).toMatchObject({ link: { state: 'online' }, waiting: 0 });
  const data = join(folder, 'data', 'hub', 'micro-e-in-action-2025');
  const operate = ['hub/main.ts', 'staff', 'add', '--label', 'Desk1', '--role', 'helper', '--data', data];
  const { stdout } = await promisify(execFile)(process.execPath, operate);
  const number = /\b\d{2}\b/u.exec(stdout)?.[0] ?? '10';
  await call('staffSignIn', { credentials: { kind: 'pin', number, pin } });
  await call('staffCall', { name: 'findVisitors', input: { text: 'Zephyrine 61234567' } });
  await call('endVisit');
  await close();
  const kioskLog = readLogs();
  for (const canary of canaries) {
    expect(kioskLog, 'the kiosk').not.toContain(canary);
    expect(hubLog, 'the hub').not.toContain(canary);
  }
  const ids = requestIds(kioskLog, 'asked the hub');
  expect(ids.size).toBeGreaterThan(0);
  expect(requestIds(hubLog, 'answered')).toEqual(ids);
});
