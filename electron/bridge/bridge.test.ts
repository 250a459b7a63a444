import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { createRegistration } from '../journal/test-records.ts';
import { callBridge } from './bridge.ts';
import { createTestBridge } from './test-bridge.ts';

const bridge = createTestBridge();

it('answers a verb that it has', async () => {
  expect(await callBridge(bridge, 'greet', {})).toMatchObject({ ok: true, value: { kiosk: { id: 'K1' } } });
});

it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', '', 'Greet', 'greet '])(
  'knows no verb "%s"',
  async (verb) => {
    expect(await callBridge(bridge, verb, {})).toEqual({ ok: false, reason: 'unknown-verb' });
  },
);

const print = {
  id: v7(),
  document: 'badge',
  copy: 'first',
  printer: 'first',
  raster: { width: 576, height: 1, bits: Buffer.alloc(72).toString('base64') },
};

it.each<[string, unknown]>([
  ['greet', { more: 1 }],
  ['greet', null],
  ['pullCatalogue', {}],
  ['pullRecords', { afterSequence: -1 }],
  ['pullRecords', { afterSequence: '0; drop table sealed_record' }],
  ['register', { id: 'not-a-uuid', replaces: null, registration: createRegistration() }],
  ['register', { id: v7(), replaces: null, registration: { ...createRegistration(), consent: false } }],
  ['register', { id: v7(), replaces: null, registration: createRegistration({ field: 'A123456(3)' }) }],
  ['print', { ...print, document: 'poster' }],
  ['print', { ...print, id: '../../etc/passwd' }],
  ['print', { ...print, raster: { ...print.raster, width: 464 } }],
  ['print', { ...print, printer: 'second' }],
  ['print', { ...print, printer: undefined }],
  ['choosePrinter', { document: 'poster' }],
  ['printers', []],
  ['commandPrinter', { order: { kind: 'burn', printer: 'first' } }],
  ['commandPrinter', { order: { kind: 'move', printer: 'first' } }],
  ['endVisit', undefined],
  ['staffSignIn', { credentials: { by: 'pin', number: '3', pin: '246810' } }],
  ['staffSignIn', { credentials: { by: 'badge', badge: 'ME25-7K3Q-9XTA' } }],
  ['staffCall', { name: '__proto__', input: {} }],
  ['staffTouch', { more: 1 }],
])('refuses %s(%j) before the host sees it', async (verb, input) => {
  expect(await callBridge(bridge, verb, input)).toEqual({ ok: false, reason: 'bad-input' });
});

it('hands on what the schema made of the input', async () => {
  const fields: string[] = [];
  const failing = createTestBridge({
    register: ({ registration }) => {
      fields.push(registration.field);
      return Promise.resolve({ ok: false, reason: 'journal-failed' });
    },
  });
  const registration = createRegistration({ field: '  Analogue\u202e \n design ' });
  const answer = await callBridge(failing, 'register', { id: v7(), replaces: null, registration });
  expect(answer).toEqual({ ok: true, value: { ok: false, reason: 'journal-failed' } });
  expect(fields).toEqual(['Analogue design']);
});

const unasked = (): never => {
  throw new Error('nobody asks for it');
};

it('commands a printer only while staff are signed in', async () => {
  const orders: unknown[] = [];
  let isSignedIn = false;
  const staffed = createTestBridge({
    staff: {
      signIn: unasked,
      signOut: unasked,
      touch: unasked,
      call: unasked,
      isSignedIn: () => isSignedIn,
      isSupervisor: unasked,
    },
    desk: {
      choosePrinter: () => null,
      mediaOf: () => null,
      report: () => [],
      command(order) {
        orders.push(order);
        return { ok: true, value: undefined };
      },
    },
  });
  const order = { kind: 'pause', printer: 'first' };
  const refused = { ok: true, value: { ok: false, reason: 'staff-only' } };
  expect(await callBridge(staffed, 'commandPrinter', { order })).toEqual(refused);
  expect(orders).toEqual([]);
  isSignedIn = true;
  expect(await callBridge(staffed, 'commandPrinter', { order })).toMatchObject({ ok: true, value: { ok: true } });
  expect(orders).toEqual([order]);
});

it('takes the word to go live only from a supervisor who is signed in', async () => {
  const reasons: string[] = [];
  let isSupervisor = false;
  let isKept = false;
  const staffed = createTestBridge({
    staff: {
      ...{ signIn: unasked, signOut: unasked, touch: unasked, call: unasked, isSignedIn: () => true },
      isSupervisor: () => isSupervisor,
    },
    goLive(reason) {
      reasons.push(reason);
      return isKept;
    },
  });
  const say = (reason: string) => callBridge(staffed, 'staffGoLive', { reason });
  expect(await say('needed-now')).toEqual({ ok: true, value: { ok: false, reason: 'supervisor-only' } });
  expect(reasons).toEqual([]);
  isSupervisor = true;
  expect(await say('needed-now')).toEqual({ ok: true, value: { ok: false, reason: 'failed' } });
  isKept = true;
  expect(await say('needed-now')).toEqual({ ok: true, value: { ok: true, value: null } });
  expect(await say('because Ada says so')).toEqual({ ok: false, reason: 'bad-input' });
  expect(reasons).toEqual(['needed-now', 'needed-now']);
});

it('hands a call of staff on as the table has it, and what does not fit the table goes nowhere', async () => {
  const calls: unknown[] = [];
  const staffed = createTestBridge({
    staff: {
      signIn: unasked,
      signOut: unasked,
      touch: unasked,
      isSignedIn: () => true,
      isSupervisor: unasked,
      call(asked) {
        calls.push(asked);
        return Promise.resolve({ ok: true, value: {} });
      },
    },
  });
  const call = (input: unknown) => callBridge(staffed, 'staffCall', { name: 'findVisitors', input });
  expect(await call({ query: ' Chan ' })).toEqual({ ok: true, value: { ok: true, value: {} } });
  expect(calls).toEqual([{ name: 'findVisitors', input: { query: 'Chan', limit: 20 } }]);
  for (const input of [{}, { query: '' }, { query: 'x', more: 1 }, null])
    expect(await call(input)).toEqual({ ok: true, value: { ok: false, reason: 'bad-request' } });
  expect(calls).toHaveLength(1);
});
