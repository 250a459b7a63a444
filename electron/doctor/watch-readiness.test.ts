import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { DoctorReport, DoctorState } from '../../domain/doctor-report.ts';
import { isSignedText } from '../../domain/protocol/signed-text.ts';
import { callBridge } from '../bridge/bridge.ts';
import { readConfig } from '../config/read-config.ts';
import { createGate, type Gate } from '../health/gate.ts';
import { createHost, type Host } from '../host.ts';
import { openKioskKey } from '../journal/kiosk-key.ts';
import { thisMachine } from '../machine.ts';
import { exportPublicKey } from '../uplink/verify-certificate.ts';
import { keepReport } from './report-file.ts';
import { watchReadiness, type Readiness } from './watch-readiness.ts';

let data: string;
let gate: Gate;
let readiness: Readiness | null = null;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'foyer-ready-'));
  gate = createGate();
});
afterEach(() => {
  readiness?.close();
  readiness = null;
  rmSync(data, { recursive: true, force: true });
});

const kioskKey = generateKeyPairSync('ed25519').privateKey;
const logger = pino({ enabled: false });
const now = () => '2025-05-30T08:00:00.000Z';
function createReport(state: DoctorState, minute = '00'): DoctorReport {
  const finding = { check: 'disk', state, facts: {}, advice: null } as const;
  const head = { kind: 'doctor', version: '0.1.0', shell: 'chromium', kiosk: 'K1' } as const;
  return { ...head, at: `2025-05-30T08:${minute}:00.000Z`, findings: [finding] };
}
const examine = (state: DoctorState, minute?: string) =>
  keepReport(data, { report: createReport(state, minute), key: kioskKey });
function watch(): Readiness {
  readiness = watchReadiness({ data, kioskKey, gate, now, logger, everyMilliseconds: 10 });
  return readiness;
}
const closed = { state: 'closed', reason: 'not-ready' };

it('keeps a red kiosk closed, and opens it by itself once it was examined again', async () => {
  examine('red');
  watch();
  expect(gate.read()).toEqual(closed);
  examine('amber', '05');
  await expect.poll(() => gate.read()).toEqual({ state: 'open' });
});

it('does not close a kiosk in the middle of its day', () => {
  examine('green');
  const kiosk = watch();
  const signed = examine('red', '05');
  expect(kiosk.report()).toEqual({ doctor: signed, goLive: null });
  expect(gate.read()).toEqual({ state: 'open' });
});

it('opens by a supervisor’s word, which the hub is told and a restart remembers', () => {
  examine('red');
  expect(watch().goLive('known-and-harmless')).toBe(true);
  expect(gate.read()).toEqual({ state: 'open' });
  readiness?.close();
  gate = createGate();
  expect(watch().report().goLive).toBe('known-and-harmless');
  expect(gate.read()).toEqual({ state: 'open' });
  examine('red', '30');
  readiness?.close();
  watch();
  expect(gate.read()).toEqual(closed);
});

it('has nothing to allow where nothing was examined, nor where the word cannot be kept', () => {
  expect(watch().goLive('needed-now')).toBe(false);
  examine('red');
  rmSync(data, { recursive: true });
  expect(readiness?.goLive('needed-now')).toBe(false);
});

it('stands before the whole host: nobody registers at a kiosk whose last report is red', async () => {
  const key = openKioskKey(join(data, 'kiosk-key.pem'));
  if (!key.ok) throw new Error(key.reason.message);
  const signed = keepReport(data, { report: createReport('red'), key: key.value });
  const defaults = { event: 'build/sample-event', data };
  const sources = { argv: ['--hub', 'none'], environment: {}, workingFolder: process.cwd(), defaults };
  const config = readConfig({ ...sources, unknownFlags: 'refuse' });
  if (!config.ok) throw new Error(config.reason.join('\n'));
  const opened = await createHost({ config: config.value, shell: { name: 'chromium' }, gate, ...thisMachine, logger });
  if (!opened.ok) throw new Error(opened.reason.message);
  const host: Host = opened.value;
  try {
    expect(await callBridge(host.bridge, 'gate', {})).toEqual({ ok: true, value: closed });
    expect(await callBridge(host.bridge, 'beginVisit', {})).toMatchObject({ value: { ok: false } });
  } finally {
    await host.close();
  }
  const publicKey = exportPublicKey(createPrivateKey(readFileSync(join(data, 'kiosk-key.pem'))));
  expect(isSignedText({ text: signed.report, signature: signed.signature }, publicKey)).toBe(true);
});
