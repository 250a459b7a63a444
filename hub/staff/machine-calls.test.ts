import { afterEach, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { assert } from '../../domain/assert.ts';
import type { KioskOrder, KioskReport } from '../../domain/protocol/kiosk-report.ts';
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

const well: KioskReport = {
  version: '0.10.0',
  shell: 'chromium',
  printers: [printer],
  waiting: 0,
  deadLetters: 0,
  isPackBroken: false,
  isStaffLocked: false,
  isBusy: false,
  gate: { state: 'open' },
};

const report = (kiosk: TestKiosk, changes: Partial<KioskReport> = {}) =>
  kiosk.ask('POST', '/v1/reports', { ...well, ...changes });

const raster = { width: 8, height: 1, bits: 'gA==' };
const print = (document: 'badge' | 'map' | 'route' | 'test'): KioskOrder => ({
  id: v7(),
  kind: 'print',
  printer: 'front',
  document,
  copy: 'first',
  raster,
});

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
  ['helper', 'no-such-call', 404],
] as const)('a %s who asks %s is answered %i', async (role, call, status) => {
  const hub = await startTestHub();
  const page = await openBrowser(hub, await addMember(hub, role));
  expect((await page.post(`/v1/staff/${call}`, { wrong: true })).status).toBe(status);
});
