import { beforeEach, expect, test, vi } from 'vitest';
import type { BridgeClient } from '../bridge.ts';
import { createRaster } from '../../domain/raster.ts';
import { createKioskClient, type KioskClient } from './kiosk-client.ts';
import type { StaffEnd } from './staff-client.ts';

const staff = { number: '03', label: 'Ada', role: 'helper' } as const;
const credentials = { by: 'pin', number: '03', pin: '246810' } as const;
const verbs = {
  staffSignIn: vi.fn<BridgeClient['staffSignIn']>(),
  staffSignOut: vi.fn<BridgeClient['staffSignOut']>(),
  staffTouch: vi.fn<BridgeClient['staffTouch']>(),
  staffCall: vi.fn<BridgeClient['staffCall']>(),
  staffGoLive: vi.fn<BridgeClient['staffGoLive']>(),
  gate: vi.fn<BridgeClient['gate']>(),
  printers: vi.fn<BridgeClient['printers']>(),
  commandPrinter: vi.fn<BridgeClient['commandPrinter']>(),
  print: vi.fn<BridgeClient['print']>(),
};

let now: number;
let tick: (() => void) | null;
let ends: StaffEnd[];
let client: KioskClient;
beforeEach(async () => {
  vi.resetAllMocks();
  verbs.staffSignIn.mockResolvedValue({ ok: true, value: { staff, scope: 'hub', idleSeconds: 60 } });
  verbs.staffSignOut.mockResolvedValue(null);
  verbs.staffTouch.mockResolvedValue(true);
  now = 0;
  tick = null;
  ends = [];
  client = createKioskClient({
    bridge: verbs,
    kiosk: 'K1',
    now: () => now,
    every(_, action) {
      tick = action;
      return () => {
        tick = null;
      };
    },
  });
  client.onEnded((end) => ends.push(end));
  await client.signIn(credentials);
});

function pass(seconds: number): void {
  for (let second = 0; second < seconds; second += 1) {
    now += 1000;
    tick?.();
  }
}

test('touches reach the host at most once a second, and only when there were any', () => {
  pass(5);
  expect(verbs.staffTouch).not.toHaveBeenCalled();
  for (let touch = 0; touch < 10; touch += 1) {
    now += 50;
    client.touch();
  }
  pass(3);
  expect(verbs.staffTouch).toHaveBeenCalledTimes(1);
});

test('it ends a minute after the last touch, and signs out', () => {
  pass(50);
  client.touch();
  pass(59);
  expect(client.secondsLeft()).toBe(1);
  expect(ends).toEqual([]);
  pass(1);
  expect(ends).toEqual(['idle']);
  expect(verbs.staffSignOut).toHaveBeenCalledTimes(1);
  expect(client.secondsLeft()).toBe(null);
  expect(tick).toBe(null);
});

test('a host that knows nobody any more ends it', async () => {
  verbs.staffTouch.mockResolvedValue(false);
  now += 10;
  client.touch();
  pass(1);
  await expect.poll(() => ends).toEqual(['signed-out']);
});

test('a call is answered as the hub did, and one that is refused as signed out ends it', async () => {
  verbs.staffCall.mockResolvedValueOnce({ ok: false, reason: 'not-allowed' });
  expect(await client.call('audit', {})).toEqual({ ok: false, reason: 'not-allowed' });
  expect(ends).toEqual([]);
  verbs.staffCall.mockResolvedValueOnce({ ok: false, reason: 'signed-out' });
  await client.call('audit', {});
  expect(ends).toEqual(['signed-out']);
  verbs.staffCall.mockRejectedValueOnce(new Error('the host is gone'));
  expect(await client.call('audit', {})).toEqual({ ok: false, reason: 'unavailable' });
});

test('who signs out is told nothing more', async () => {
  await client.signOut();
  pass(120);
  expect(ends).toEqual([]);
});

test('a sheet goes to the printer as the bridge takes it; a host that is lost leaves it unknown', async () => {
  const raster = createRaster(16, 2);
  // Chromium has it, Node 24 does not yet.
  Object.assign(raster.bits, { toBase64: () => Buffer.from(raster.bits).toString('base64') });
  verbs.print.mockResolvedValueOnce({ state: 'printed' });
  const request = { printer: 'badges', document: 'badge', copy: 'reprint', raster } as const;
  expect(await client.local?.print(request)).toEqual({ state: 'printed' });
  expect(verbs.print.mock.calls[0]?.[0]).toMatchObject({
    printer: 'badges',
    raster: { width: 16, height: 2, bits: Buffer.from(raster.bits).toString('base64') },
  });
  verbs.print.mockRejectedValueOnce(new Error('the host is gone'));
  expect(await client.local?.print(request)).toEqual({ state: 'unknown' });
});

test('a supervisor’s word is taken, refused, or lost on its way', async () => {
  verbs.staffGoLive.mockResolvedValueOnce({ ok: true, value: null });
  expect(await client.local?.goLive('needed-now')).toBe(true);
  verbs.staffGoLive.mockResolvedValueOnce({ ok: false, reason: 'supervisor-only' });
  expect(await client.local?.goLive('needed-now')).toBe(false);
  verbs.staffGoLive.mockRejectedValueOnce(new Error('gone'));
  expect(await client.local?.goLive('needed-now')).toBe(false);
});
