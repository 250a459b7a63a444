import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeHubs, startTestHub, type TestHub } from '../../hub/hub.fixture.ts';
import { callBridge } from '../bridge/bridge.ts';
import type { Greeting } from '../bridge/greet.ts';
import { readConfig } from '../config/read-config.ts';
import { createHost, type Host } from '../host.ts';
import { followSettings } from './follow-settings.ts';
import { keepSettings, readKeptSettings, settingsPath } from './settings-file.ts';

const patience = { timeout: 30_000 };
const logger = pino({ level: 'silent' });

let folder: string;
const hosts: Host[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-settings-'));
});
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
  await closeHubs();
  rmSync(folder, { recursive: true, force: true });
});

function configure(...flags: string[]) {
  const config = readConfig({
    argv: ['--data', folder, ...flags],
    environment: {},
    workingFolder: folder,
    defaults: { event: 'build/sample-event', data: folder },
    unknownFlags: 'refuse',
  });
  if (!config.ok) throw new Error(config.reason.join('\n'));
  return config.value;
}

async function start(onNewSettings: () => void, ...flags: string[]): Promise<Host> {
  const host = await createHost({
    config: configure(...flags),
    shell: { name: 'chromium' },
    clock: () => performance.now(),
    now: () => new Date().toISOString(),
    random: (size) => randomBytes(size),
    onNewSettings,
    logger,
  });
  if (!host.ok) throw new Error(host.reason.message);
  hosts.push(host.value);
  host.value.goOnline();
  void callBridge(host.value.bridge, 'awaitNews', { seen: 0 });
  return host.value;
}

function tell(hub: TestHub, kiosk: string, change: object) {
  return hub.operate('POST', '/v1/operator/kiosk-settings', { changes: [{ kiosk, change }] });
}

const printers = [{ id: 'badges', address: 'tcp://10.0.0.5', model: 'epson-tm-t88vi' }];

describe('what a hub tells a kiosk', () => {
  it('is kept, and the kiosk begins anew with it when its visitor has gone', patience, async () => {
    const hub = await startTestHub();
    let begun = 0;
    const enrolled = ['--hub', hub.hub.readiness.address, '--enrol', await hub.createCode('K3')];
    const host = await start(() => (begun += 1), ...enrolled);
    await callBridge(host.bridge, 'beginVisit', {});
    expect(await tell(hub, 'K3', { printers, idleWarnAfterSeconds: 60, position: 'K2' })).toMatchObject({
      status: 200,
      body: { kiosks: ['K3'] },
    });
    await vi.waitFor(() => {
      expect(existsSync(settingsPath(folder))).toBe(true);
    }, patience);
    expect(begun).toBe(0);
    await callBridge(host.bridge, 'endVisit', {});
    await vi.waitFor(() => {
      expect(begun).toBe(1);
    }, patience);
    await hosts.pop()?.close();

    expect(configure()).toMatchObject({ printers: [{ entry: { id: 'badges' } }], idleWarnAfterSeconds: 60 });
    const again = await start(() => (begun += 1));
    const { value } = (await callBridge(again.bridge, 'greet', {})) as { value: Greeting };
    const { value: before } = { value: (await hub.operate('GET', '/v1/operator/kiosks')).body };
    expect(value.kiosk.id).toBe('K3');
    expect(value.kiosk.place).not.toBeNull();
    expect(before).toMatchObject({ kiosks: [{ kiosk: 'K3', position: 'K2' }] });
    expect(begun).toBe(1);
  });

  it('is for all kiosks at once, or for none when one of them is unknown', async () => {
    const hub = await startTestHub();
    await hub.enrol('K1');
    await hub.enrol('K2');
    expect((await tell(hub, '*', { camera: false })).body).toMatchObject({ kiosks: ['K1', 'K2'] });
    const both = { changes: ['K1', 'K9'].map((kiosk) => ({ kiosk, change: { camera: null } })) };
    expect(await hub.operate('POST', '/v1/operator/kiosk-settings', both)).toMatchObject({ status: 404 });
    expect(await tell(hub, 'K1', { position: 'nowhere' })).toMatchObject({ status: 400 });
    expect(await tell(hub, 'K1', { printers: [{ id: 'a', address: 'lpt1' }] })).toMatchObject({ status: 400 });
    expect((await hub.operate('GET', '/v1/operator/kiosk-settings')).body).toEqual({
      settings: { K1: { camera: false }, K2: { camera: false } },
    });
  });
});

describe('what is kept of it', () => {
  it('gives way to flag, variable and kiosk.json, and fills what they leave open', () => {
    keepSettings(folder, { camera: false, idleWarnAfterSeconds: 60, idleWipeAfterSeconds: 70 });
    writeFileSync(join(folder, 'kiosk.json'), '{ "idleWipeAfterSeconds": 20 }');
    expect(configure()).toMatchObject({ camera: false, idleWarnAfterSeconds: 60, idleWipeAfterSeconds: 20 });
    expect(configure('--idle-warn-after-seconds=9', '--camera')).toMatchObject({
      camera: true,
      idleWarnAfterSeconds: 9,
    });
  });

  it('never keeps a kiosk from starting: what does not fit is left out, and the rest holds', () => {
    const model = 'no-such-model';
    writeFileSync(
      settingsPath(folder),
      JSON.stringify({
        printers: [{ id: 'a', address: 'tcp://b', model }],
        camera: false,
        colour: 1,
        idleWarnAfterSeconds: 2,
      }),
    );
    expect(configure()).toMatchObject({
      camera: false,
      idleWarnAfterSeconds: 45,
      printers: [{ entry: { id: 'printer' } }],
    });
    writeFileSync(settingsPath(folder), '{ "camera": fal');
    expect(configure()).toMatchObject({ camera: true });
  });

  it('has no say over printers where the kiosk’s own file names one', () => {
    keepSettings(folder, {
      printers: [{ id: 'badges', address: 'tcp://10.0.0.5', documents: ['badge'], isShared: false }],
    });
    expect(configure('--printer=tcp://10.0.0.9')).toMatchObject({ printers: [{ address: { host: '10.0.0.9' } }] });
  });

  it('is not applied when the disk does not take it', () => {
    let begun = 0;
    const follower = followSettings({
      data: join(folder, 'missing', 'deeper'),
      read: () => ({ camera: false }),
      isBusy: () => false,
      onApply: () => (begun += 1),
      logger,
    });
    follower.look();
    follower.look();
    follower.close();
    expect(begun).toBe(0);
    expect(readKeptSettings(folder)).toEqual({});
    expect(() => readFileSync(settingsPath(folder))).toThrow();
  });
});
