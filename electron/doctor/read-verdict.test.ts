import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DoctorReport, DoctorState } from '../../domain/doctor-report.ts';
import { exportPublicKey } from '../uplink/verify-certificate.ts';
import { readVerdict } from './read-verdict.ts';
import { keepGoLive, keepReport } from './report-file.ts';

let data: string;
const { privateKey: key } = generateKeyPairSync('ed25519');
const publicKey = exportPublicKey(key);
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'foyer-verdict-'));
});
afterEach(() => {
  rmSync(data, { recursive: true, force: true });
});

const at = '2025-05-30T08:00:00.000Z';
function examine(state: DoctorState, minute = '00'): void {
  const report: DoctorReport = {
    kind: 'doctor',
    version: '0.1.0',
    shell: 'chromium',
    kiosk: 'K1',
    at: `2025-05-30T08:${minute}:00.000Z`,
    findings: [{ check: 'disk', state, facts: { freeMegabytes: 3 }, advice: null }],
  };
  keepReport(data, { report, key });
}
const allow = () => keepGoLive(data, { reason: 'needed-now', at, key, publicKey });
const read = () => readVerdict(data, publicKey);

it('lets a kiosk open that was never examined, or is well, or has something to mend', () => {
  expect(read()).toEqual({ mayOpen: true, because: 'not-examined' });
  for (const state of ['green', 'amber', 'skipped'] as const) {
    examine(state);
    expect(read()).toEqual({ mayOpen: true, because: 'well' });
  }
});

it('keeps a red one closed, also when it is started again', () => {
  examine('red');
  expect(read()).toEqual({ mayOpen: false });
  expect(read()).toEqual({ mayOpen: false });
});

describe('a supervisor’s word', () => {
  it('opens it, until the next examination', () => {
    examine('red');
    expect(allow()).toBe(true);
    expect(read()).toEqual({ mayOpen: true, because: 'allowed', reason: 'needed-now' });
    examine('red', '30');
    expect(read()).toEqual({ mayOpen: false });
  });

  it('is none without a report, and none that somebody else signed', () => {
    expect(allow()).toBe(false);
    examine('red');
    const other = generateKeyPairSync('ed25519').privateKey;
    keepGoLive(data, { reason: 'needed-now', at, key: other, publicKey });
    expect(read()).toEqual({ mayOpen: false });
  });
});

it('takes a report that was changed, or is another kiosk’s, for none', () => {
  examine('red');
  const path = join(data, 'doctor.json');
  const signed = readFileSync(path, 'utf8');
  writeFileSync(path, signed.replace('freeMegabytes\\":3', 'freeMegabytes\\":4'));
  expect(readFileSync(path, 'utf8')).not.toBe(signed);
  expect(read()).toEqual({ mayOpen: true, because: 'not-examined' });
  writeFileSync(path, 'not JSON');
  expect(read()).toEqual({ mayOpen: true, because: 'not-examined' });
});
