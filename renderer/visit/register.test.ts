import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Registration } from '../../domain/registration.ts';
import { err, ok } from '../../domain/result.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import type { BridgeClient } from '../bridge.ts';
import { Database } from '../catalogue/database.ts';
import { emptyDraft } from './draft.ts';
import { register } from './register.ts';

const registration: Registration = {
  language: 'en',
  name: { own: '陳大文', latin: '' },
  contact: { kind: 'email', value: 'taiman@example.com' },
  status: 'student',
  field: '',
  interests: [],
  talentPool: 'open',
  consent: true,
};
const record: SealedRecord = {
  kind: 'registration',
  version: 2,
  id: '01976f5e-0000-7000-8000-000000000001',
  replaces: null,
  event: 'day',
  kiosk: 'K1',
  sequence: 1,
  claimCode: '7QK4-2M9F',
  purpose: 'talent-pool',
  ticketIndex: null,
  contactIndexes: [],
  encapsulatedKey: 'a',
  ciphertext: 'b',
  signature: 'c',
};
const second = { ...record, id: '01976f5e-0000-7000-8000-000000000002', replaces: record.id, sequence: 2 };

let database: Database;
beforeEach(() => {
  database = new Database('register');
});
afterEach(async () => {
  await database.delete();
});

function bridgeThat(answer: BridgeClient['register']) {
  const asked = vi.fn(answer);
  return { asked, bridge: { register: asked } as Partial<BridgeClient> as BridgeClient };
}

test('the host registers, and the sealed record is mirrored as it is', async () => {
  const { asked, bridge } = bridgeThat(() => Promise.resolve(ok(record)));
  expect(await register({ bridge, database, draft: emptyDraft, id: record.id, registration })).toEqual(ok(record));
  expect(asked).toHaveBeenCalledExactlyOnceWith({ id: record.id, replaces: null, registration });
  expect(await database.records.toArray()).toEqual([record]);
});

test('the same details again are not registered twice', async () => {
  const { asked, bridge } = bridgeThat(() => Promise.resolve(ok(second)));
  const draft = { ...emptyDraft, record, registered: registration };
  const again = await register({ bridge, database, draft, id: second.id, registration: { ...registration } });
  expect(again).toEqual(ok(record));
  expect(asked).not.toHaveBeenCalled();
});

test('changed details replace the record before', async () => {
  const { asked, bridge } = bridgeThat(() => Promise.resolve(ok(second)));
  const draft = { ...emptyDraft, record, registered: registration };
  const changed: Registration = { ...registration, status: 'graduate' };
  expect(await register({ bridge, database, draft, id: second.id, registration: changed })).toEqual(ok(second));
  expect(asked).toHaveBeenCalledWith({ id: second.id, replaces: record.id, registration: changed });
});

test('what the host refuses, and a host that does not answer, are reasons and leave no mirror', async () => {
  const refused = bridgeThat(() => Promise.resolve(err('journal-failed')));
  const request = { database, draft: emptyDraft, id: record.id, registration };
  expect(await register({ bridge: refused.bridge, ...request })).toEqual(err('journal-failed'));
  const gone = bridgeThat(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await register({ bridge: gone.bridge, ...request })).toEqual(err('host-unreachable'));
  expect(await database.records.count()).toBe(0);
});

test('a mirror that fails does not unmake a registration that the journal has', async () => {
  const { bridge } = bridgeThat(() => Promise.resolve(ok(record)));
  database.close();
  expect(await register({ bridge, database, draft: emptyDraft, id: record.id, registration })).toEqual(ok(record));
});
