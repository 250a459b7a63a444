import { afterEach, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { assert } from '../../domain/assert.ts';
import type { DoctorState, SignedDoctorReport } from '../../domain/doctor-report.ts';
import { createQuietReport, type KioskOrder, type KioskReport } from '../../domain/protocol/kiosk-report.ts';
import { signText } from '../../domain/protocol/signed-text.ts';
import { closeHubs, startTestHub, type TestHub, type TestKiosk } from '../hub.fixture.ts';
import { createOrders } from './orders.ts';
import { addMember, openBrowser, signInThrough, wrongPin } from './staff.fixture.ts';

afterEach(closeHubs);

type PrinterReport = KioskReport['printers'][number];

const printer: PrinterReport = {
  id: 'front',
  name: null,
  collectAt: null,
  address: 'tcp://192.168.1.50:9100',
  model: 'generic',
  dialect: 'esc-pos',
  documents: ['badge'],
  media: { widthDots: 576, heightDots: null, dotsPerInch: 203 },
  isShared: false,
  isPaused: false,
  movedTo: null,
  faults: [],
  paperLow: false,
  paper: { usedMillimetres: 0, leftMillimetres: null, sheetsLeft: null },
  waiting: 0,
  jobs: [],
};

const well: KioskReport = { ...createQuietReport('0.10.0'), printers: [printer] };

const report = (kiosk: TestKiosk, changes: Partial<KioskReport> = {}) =>
  kiosk.ask('POST', '/v1/reports', { ...well, doctor: examined(kiosk, 'green', changes.version), ...changes });

/** A report of the doctor, as the kiosk signs it. */
function examined(kiosk: TestKiosk, state: DoctorState, version = well.version): SignedDoctorReport {
  const finding = { check: 'disk', state, facts: { freeMegabytes: 3 }, advice: null } as const;
  const at = '2025-05-30T08:00:00.000Z';
  const text = JSON.stringify({ kind: 'doctor', version, shell: 'chromium', kiosk: 'K1', at, findings: [finding] });
  return { report: text, signature: signText(text, kiosk.privateKey) };
}

const raster = { width: 8, height: 1, bits: 'gA==' };
const print = (document: 'badge' | 'map' | 'route' | 'test'): KioskOrder => ({
  id: v7(),
  kind: 'print',
  printer: 'front',
  document,
  copy: 'first',
  raster,
});

const goLive: KioskOrder = { id: v7(), kind: 'go-live', reason: 'needed-now' };

/** The first words of a kiosk's stream of news. */
async function listen(hub: TestHub, kiosk: TestKiosk): Promise<() => string> {
  const headers = { ...kiosk.sign({ method: 'GET', path: '/v1/news' }) };
  const { body } = await hub.connect().request({ method: 'GET', path: '/v1/news', headers });
  let heard = '';
  body.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  body.on('error', () => undefined);
  return () => heard;
}

describe('the page of kiosks', () => {
  it('shows problems first, the worst first, also after a restart', async () => {
    const hub = await startTestHub();
    const names = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8'];
    const kiosks = new Map<string, TestKiosk>();
    for (const name of names) kiosks.set(name, await hub.enrol(name));
    const at = (name: string) => {
      const kiosk = kiosks.get(name);
      assert(kiosk !== undefined, 'enrolled above');
      return kiosk;
    };
    await report(at('K1'));
    await report(at('K2'), { printers: [{ ...printer, faults: ['paper-out'], isPaused: true }], waiting: 3 });
    await report(at('K3'), { isStaffLocked: true, gate: { state: 'closed', reason: 'disk-full' } });
    await report(at('K4'), { version: '0.9.9' });
    await report(at('K5'), { printers: [{ ...printer, paperLow: true }] });
    await report(at('K6'), { isPackBroken: true, deadLetters: 1 });
    await hub.operate('POST', '/v1/operator/revoke', { kiosk: 'K7' });
    const page = await openBrowser(hub, await addMember(hub, 'technician'));
    const read = async () => (await page.call('kiosks', {})).kiosks.map(({ kiosk, problems }) => [kiosk, problems]);
    const expected = [
      ['K7', ['revoked']],
      ['K8', ['never-seen']],
      ['K3', ['closed', 'staff-locked']],
      ['K2', ['printer-fault', 'printer-paused', 'records-waiting']],
      ['K6', ['dead-letters', 'pack-broken']],
      ['K5', ['paper-low']],
      ['K4', ['old-version']],
      ['K1', []],
    ];
    await expect.poll(read).toEqual(expected);
    hub.clock.now += 46_000;
    await report(at('K1'));
    await expect.poll(async () => (await read()).at(-1)).toEqual(['K1', []]);
    expect((await read()).find(([kiosk]) => kiosk === 'K5')).toEqual(['K5', ['away', 'paper-low']]);
    const restarted = await hub.restart();
    const again = await openBrowser(restarted, await addMember(restarted, 'helper'));
    const line = (await again.call('kiosks', {})).kiosks.find(({ kiosk }) => kiosk === 'K2');
    expect(line?.report?.printers[0]?.faults).toEqual(['paper-out']);
  });
});

describe('the last examination of a kiosk', () => {
  async function readLine(changes: (kiosk: TestKiosk, other: TestKiosk) => Partial<KioskReport>) {
    const hub = await startTestHub();
    const [kiosk, other] = [await hub.enrol('K1'), await hub.enrol('K2')];
    await report(kiosk, changes(kiosk, other));
    const page = await openBrowser(hub, await addMember(hub, 'helper'));
    const line = (await page.call('kiosks', {})).kiosks.find(({ kiosk: name }) => name === 'K1');
    return { problems: line?.problems, doctor: line?.doctor };
  }

  it('is shown as the kiosk signed it', async () => {
    const { problems, doctor } = await readLine((kiosk) => ({ doctor: examined(kiosk, 'amber') }));
    expect(problems).toEqual([]);
    expect(doctor).toMatchObject({
      state: 'amber',
      report: { findings: [{ check: 'disk', facts: { freeMegabytes: 3 } }] },
    });
  });

  it('is a problem when it is red, unless a supervisor lets it go live', async () => {
    const red = await readLine((kiosk) => ({ doctor: examined(kiosk, 'red') }));
    expect(red.problems).toEqual(['doctor-red']);
    const allowed = await readLine((kiosk) => ({ doctor: examined(kiosk, 'red'), goLive: 'needed-now' }));
    expect(allowed.problems).toEqual([]);
    expect(allowed.doctor?.state).toBe('red');
  });

  it('is missed when there is none, or it was of another version', async () => {
    expect((await readLine(() => ({ doctor: null }))).problems).toEqual(['not-examined']);
    expect((await readLine((kiosk) => ({ doctor: examined(kiosk, 'green', '0.9.0') }))).problems).toEqual([
      'not-examined',
    ]);
  });

  it('is shown as forged when another key signed it, or it was changed, and nothing of it is believed', async () => {
    const foreign = await readLine((_, other) => ({ doctor: examined(other, 'green') }));
    expect(foreign).toEqual({ problems: ['doctor-forged'], doctor: { state: 'forged' } });
    const changed = await readLine((kiosk) => {
      const { report: text, signature } = examined(kiosk, 'red');
      return { doctor: { report: text.replace('"red"', '"green"'), signature } };
    });
    expect(changed).toEqual({ problems: ['doctor-forged'], doctor: { state: 'forged' } });
  });
});

describe('an order', () => {
  it('wakes its kiosk, is handed out once, and its end is told', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol('K1');
    const other = await hub.enrol('K2');
    const heard = await listen(hub, kiosk);
    await report(kiosk);
    await report(other);
    const page = await openBrowser(hub, await addMember(hub, 'helper'));
    const visitor = v7();
    const order = print('badge');
    await page.call('order', { kiosk: 'K1', order, visitor });
    await expect.poll(heard).toContain('event: orders');
    expect(await page.call('readOrder', { id: order.id })).toEqual({ state: 'waiting', result: null });
    expect((await report(other)).body).toEqual({ orders: [] });
    expect((await report(kiosk)).body).toEqual({ orders: [order] });
    expect((await report(kiosk)).body).toEqual({ orders: [] });
    expect(await page.call('readOrder', { id: order.id })).toEqual({ state: 'fetched', result: null });
    const result = { kind: 'printed', outcome: { state: 'printed' } } as const;
    const end = (by: TestKiosk) => by.ask('POST', '/v1/order-results', { id: order.id, result });
    expect((await end(other)).status).toBe(200);
    expect(await page.call('readOrder', { id: order.id })).toEqual({ state: 'fetched', result: null });
    expect((await end(kiosk)).status).toBe(200);
    expect((await end(kiosk)).status).toBe(200);
    expect(await page.call('readOrder', { id: order.id })).toEqual({ state: 'ended', result });
    const supervisor = await openBrowser(hub, await addMember(hub, 'supervisor'));
    const { entries } = await supervisor.call('audit', {});
    const noted = entries.find(({ action }) => action === 'order');
    expect(noted?.subjects).toEqual(['K1', order.id, 'print', 'front', 'badge', 'first', visitor]);
    expect(JSON.stringify(entries)).not.toContain(raster.bits);
  });

  it('that nobody fetches is over after two minutes, and one for a kiosk that is away is none', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol('K1');
    const page = await openBrowser(hub, await addMember(hub, 'technician'));
    const pause = (): KioskOrder => ({ id: v7(), kind: 'pause', printer: 'front' });
    const ask = (name: string, order: KioskOrder) => page.post('/v1/staff/order', { kiosk: name, order });
    expect(await ask('K1', pause())).toMatchObject({ status: 409, body: { error: 'kiosk-away' } });
    expect(await ask('K9', pause())).toMatchObject({ status: 404 });
    await report(kiosk);
    const order = pause();
    expect((await ask('K1', order)).status).toBe(200);
    hub.clock.elapsed += 120_000;
    expect(await page.call('readOrder', { id: order.id })).toEqual({ state: 'expired', result: null });
    expect((await report(kiosk)).body).toEqual({ orders: [] });
    expect(await page.post('/v1/staff/readOrder', { id: v7() })).toMatchObject({ status: 404 });
  });

  it.each([
    ['helper', print('badge'), true, 200],
    ['helper', print('badge'), false, 400],
    ['helper', print('route'), false, 200],
    ['helper', print('test'), false, 200],
    ['helper', { id: v7(), kind: 'move', printer: 'front', to: 'back' }, false, 200],
    ['helper', { id: v7(), kind: 'unlock-staff' }, false, 403],
    ['technician', print('badge'), true, 403],
    ['technician', print('map'), false, 403],
    ['technician', print('test'), false, 200],
    ['technician', { id: v7(), kind: 'paper-changed', printer: 'front' }, false, 200],
    ['technician', { id: v7(), kind: 'unlock-staff' }, false, 200],
    ['helper', goLive, false, 403],
    ['technician', goLive, false, 403],
    ['supervisor', goLive, false, 200],
    ['supervisor', print('badge'), true, 200],
    ['supervisor', { id: v7(), kind: 'unlock-staff' }, false, 200],
  ] as const)('of a %s: %o, for a visitor: %s', async (role, order, isFor, status) => {
    const hub = await startTestHub();
    await report(await hub.enrol('K1'));
    const page = await openBrowser(hub, await addMember(hub, role));
    const body = { kiosk: 'K1', order, ...(isFor && { visitor: v7() }) };
    expect((await page.post('/v1/staff/order', body)).status).toBe(status);
  });

  it('to unlock staff mode lets a kiosk sign in at the hub again, once it has obeyed', async () => {
    const hub = await startTestHub();
    const kiosk = await hub.enrol('K1');
    await report(kiosk);
    const [member, locked] = [await addMember(hub, 'supervisor'), await addMember(hub, 'helper')];
    const page = await openBrowser(hub, member);
    for (let tried = 0; tried < 15; tried += 1) {
      hub.clock.elapsed += 8_000_000;
      await signInThrough(kiosk, { number: locked.number, pin: wrongPin(locked) });
    }
    expect((await signInThrough(kiosk, member)).body).toMatchObject({ error: 'staff-locked' });
    await report(kiosk);
    const again = await openBrowser(hub, member);
    const order: KioskOrder = { id: v7(), kind: 'unlock-staff' };
    await again.call('order', { kiosk: 'K1', order });
    expect((await signInThrough(kiosk, member)).status).toBe(423);
    expect((await report(kiosk)).body).toEqual({ orders: [order] });
    await kiosk.ask('POST', '/v1/order-results', { id: order.id, result: { kind: 'done' } });
    expect((await signInThrough(kiosk, member)).status).toBe(200);
    // The number stays locked: that is another matter.
    expect((await signInThrough(kiosk, locked)).status).toBe(423);
    expect((await page.post('/v1/staff/me')).status).toBe(401);
  });

  it('waits in memory up to a number and a size', () => {
    const clock = { elapsed: 0 };
    const orders = createOrders({ elapsed: () => clock.elapsed });
    const large = () => ({ ...print('map'), raster: { ...raster, bits: 'A'.repeat(5_000_000) } }) as KioskOrder;
    for (let order = 0; order < 6; order += 1) expect(orders.add(`K${order}`, large()).ok).toBe(true);
    expect(orders.add('K9', large()).ok).toBe(false);
    for (let order = 0; order < 20; order += 1) expect(orders.add('K9', print('test')).ok).toBe(true);
    expect(orders.add('K9', print('test')).ok).toBe(false);
    expect(orders.take('K9')).toHaveLength(20);
    expect(orders.add('K9', print('test')).ok).toBe(true);
    clock.elapsed += 120_000;
    expect(orders.add('K9', large()).ok).toBe(true);
  });
});

it.each([
  ['helper', 'announce', 403],
  ['helper', 'audit', 403],
  ['technician', 'findVisitors', 403],
  ['technician', 'setBadgeLayout', 400],
  ['helper', 'changeKioskSettings', 403],
  ['technician', 'changeKioskSettings', 400],
  ['helper', 'kioskSettings', 403],
  ['helper', 'no-such-call', 404],
] as const)('a %s who asks %s is answered %i', async (role, call, status) => {
  const hub = await startTestHub();
  const page = await openBrowser(hub, await addMember(hub, role));
  expect((await page.post(`/v1/staff/${call}`, { wrong: true })).status).toBe(status);
});
