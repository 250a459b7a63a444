import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bonjour } from 'bonjour-service';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatEnrolmentCode, toFingerprint } from '../../domain/protocol/enrolment.ts';
import { hubServiceType } from '../../domain/protocol/hub-service.ts';
import { advertise } from '../../hub/advertise.ts';
import { closeHubs, startTestHub, type TestHub } from '../../hub/hub.fixture.ts';
import { callBridge } from '../bridge/bridge.ts';
import { enrolmentPath } from '../choose-hub.ts';
import { readEnrolment } from '../uplink/enrolment-file.ts';
import { startTestHub as startLooseHub } from '../uplink/test-hub.ts';
import { openSetUp, type SetUp, type SetUpParts } from './set-up.ts';
import type { SetUpState } from './set-up-state.ts';

/** A machine with two cores runs much else meanwhile. */
const patience = { timeout: 20_000 };

let folder: string;
let socket: { interface: string; bind: string; port: number };
const ends: (() => void | Promise<void>)[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-set-up-'));
  // A port that nobody has, so that the test hears its own hubs and none of the house.
  const free = createSocket('udp4').bind(0);
  await once(free, 'listening');
  socket = { interface: '127.0.0.1', bind: '0.0.0.0', port: free.address().port };
  free.close();
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  await closeHubs();
  rmSync(folder, { recursive: true, force: true });
});

function open(config: Partial<SetUpParts['config']> = {}, parts: Partial<SetUpParts> = {}): SetUp {
  const setUp = openSetUp({
    config: { data: folder, camera: true, ...config },
    now: () => new Date().toISOString(),
    logger: pino({ level: 'silent' }),
    searchFor: 1500,
    socket,
    limits: { connect: 1000, answer: 5000 },
    ...parts,
  });
  if (!setUp.ok) throw new Error(setUp.reason.message);
  return setUp.value;
}

async function call<Value>(setUp: SetUp, verb: string, input: unknown = {}): Promise<Value> {
  const answer = await callBridge(setUp.bridge, verb, input);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value as Value;
}

async function enrolBy(setUp: SetUp, code: string, address: string | null = null): Promise<SetUpState> {
  await call(setUp, 'enrolKiosk', { code, address });
  return vi.waitFor(async () => {
    const state = await call<SetUpState>(setUp, 'setUpState');
    if (state.step !== 'enrolled' && state.step !== 'failed') throw new Error(state.step);
    return state;
  }, patience);
}

/** As it would, did it listen to the network. */
function announce(hub: TestHub): void {
  const { address, fingerprint } = hub.hub.readiness;
  const port = Number(address.split(':')[1]);
  ends.push(advertise({ host: '0.0.0.0', port, fingerprint, logger: pino({ level: 'silent' }), socket }));
}

describe('a machine that was just installed', () => {
  it('says that it is no kiosk yet, and has nothing else to offer', async () => {
    const setUp = open();
    expect(await call(setUp, 'greet')).toEqual({ setUp: { camera: true } });
    expect(await call(setUp, 'setUpState')).toEqual({ step: 'waiting' });
    expect(Object.keys(setUp.bridge)).toEqual(['greet', 'setUpState', 'enrolKiosk']);
    expect(await callBridge(setUp.bridge, 'enrolKiosk', { code: 1 })).toEqual({ ok: false, reason: 'bad-input' });
  });

  it('finds its hub among others by the code alone, and is the kiosk that the code says', patience, async () => {
    const ours = await startTestHub();
    const other = await startTestHub();
    announce(other);
    announce(ours);
    const setUp = open();
    const code = (await ours.createCode('K3')).toLowerCase().replaceAll('-', ' ');
    expect(await enrolBy(setUp, code)).toMatchObject({ step: 'enrolled', kiosk: 'K3', position: 'K3' });
    await setUp.enrolled;
    expect(readEnrolment(enrolmentPath(folder))).toMatchObject({
      value: { pin: ours.hub.readiness.pin, certificate: { kiosk: 'K3' } },
    });
  });

  it('asks whoever announces itself, but trusts the key only', patience, async () => {
    const ours = await startTestHub();
    const code = await ours.createCode();
    const liar = await startTestHub();
    const bonjour = new Bonjour(socket);
    const { fingerprint } = ours.hub.readiness;
    const port = Number(liar.hub.readiness.address.split(':')[1]);
    bonjour.publish({ name: 'Foyer', type: hubServiceType, port, txt: { fingerprint } });
    ends.push(
      () =>
        new Promise<void>((resolve) => {
          bonjour.destroy(resolve);
        }),
    );
    expect(await enrolBy(open(), code)).toMatchObject({ step: 'failed', problem: 'other-hub' });
    expect(existsSync(enrolmentPath(folder))).toBe(false);
  });

  it('takes the address of the hub where the network carries no announcements', patience, async () => {
    const hub = await startTestHub();
    const setUp = open();
    const code = await hub.createCode('K2');
    expect(await enrolBy(setUp, code)).toEqual({ step: 'failed', problem: 'no-hub-heard', address: null });
    expect(await enrolBy(setUp, code, 'no such address!')).toMatchObject({ problem: 'not-an-address' });
    const { address } = hub.hub.readiness;
    expect(await enrolBy(setUp, code, ` ${address.toUpperCase()} `)).toMatchObject({ step: 'enrolled', kiosk: 'K2' });
  });

  it('uses the code of its configuration by itself', patience, async () => {
    const hub = await startTestHub();
    announce(hub);
    const setUp = open({ enrol: await hub.createCode(), kiosk: 'K4' });
    await setUp.enrolled;
    expect(await call(setUp, 'setUpState')).toMatchObject({ step: 'enrolled', kiosk: 'K4' });
  });

  it('says when its clock is far from the hub’s', patience, async () => {
    const hub = await startTestHub({ now: Date.UTC(2025, 4, 30, 4) });
    const setUp = open({}, { now: () => '2025-05-30T06:00:00Z' });
    const state = await enrolBy(setUp, await hub.createCode(), hub.hub.readiness.address);
    expect(state).toMatchObject({ step: 'enrolled', clockAheadMinutes: 120 });
  });
});

describe('a code that cannot be used', () => {
  it.each([
    ['of another shape', 'not-a-code', () => '7K3M-9QXT'],
    [
      'of no hub here',
      'other-hub',
      () => formatEnrolmentCode({ fingerprint: toFingerprint(new Uint8Array(32)), secret: '00000000' }),
    ],
    [
      'mistyped at its end',
      'wrong-code',
      ({ hub }: TestHub) => formatEnrolmentCode({ fingerprint: hub.readiness.fingerprint, secret: '00000000' }),
    ],
    [
      'used by another machine',
      'code-used',
      async (hub: TestHub) => {
        const code = await hub.createCode();
        const elsewhere = mkdtempSync(join(tmpdir(), 'foyer-set-up-'));
        ends.push(() => {
          rmSync(elsewhere, { recursive: true });
        });
        await enrolBy(open({ data: elsewhere }), code, hub.hub.readiness.address);
        return code;
      },
    ],
    [
      'that is eleven minutes old',
      'code-expired',
      async (hub: TestHub) => {
        const code = await hub.createCode();
        hub.clock.now += 11 * 60_000;
        return code;
      },
    ],
  ] as const)('%s says so: %s', patience, async (_what, problem, makeCode) => {
    const hub = await startTestHub();
    const setUp = open();
    const code = await makeCode(hub);
    expect(await enrolBy(setUp, code, hub.hub.readiness.address)).toMatchObject({ step: 'failed', problem });
    expect(existsSync(enrolmentPath(folder))).toBe(false);
    // The next one works on the same screen.
    expect(await enrolBy(setUp, await hub.createCode(), hub.hub.readiness.address)).toMatchObject({ step: 'enrolled' });
  });

  it('is not asked for twice while it is under way, and nothing answers within patience', patience, async () => {
    const silent = await startLooseHub();
    ends.push(() => silent.close());
    silent.state.mishaps.set('/v1/enrolments', 'hang');
    const setUp = open({}, { limits: { connect: 300, answer: 300 } });
    const code = formatEnrolmentCode({ fingerprint: silent.fingerprint, secret: 'ABCD2345' });
    const address = `127.0.0.1:${String(silent.address.port)}`;
    await call(setUp, 'enrolKiosk', { code, address });
    expect(await enrolBy(setUp, code, address)).toEqual({ step: 'failed', problem: 'unreachable', address });
    expect(silent.state.asked).toHaveLength(1);
  });
});
