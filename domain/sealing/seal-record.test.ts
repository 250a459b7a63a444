import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { signedBytes } from '../kiosk-record.ts';
import type { SealedEnvelope, SealedRecord } from '../sealed-record.ts';
import { suite } from './hpke.ts';
import { openRecord } from './open-record.ts';
import { createSealer, type Sealer } from './seal-record.ts';
import { createRegistration } from '../../electron/journal/test-records.ts';

const envelope: SealedEnvelope = {
  kind: 'registration',
  version: 2,
  id: v7(),
  replaces: v7(),
  event: 'event-1',
  kiosk: 'K1',
  sequence: 7,
  claimCode: 'K7QX-2M9P',
  purpose: 'talent-pool',
  ticketIndex: null,
  contactIndexes: [77],
};
const kioskKey = generateKeyPairSync('ed25519').privateKey;
let eventKeys: CryptoKeyPair;
let sealer: Sealer;
let record: SealedRecord;

async function createFor(publicKey: Uint8Array): Promise<Sealer> {
  const created = await createSealer({ sealingKey: Buffer.from(publicKey).toString('base64url'), kioskKey });
  if (!created.ok) throw new Error(created.reason);
  return created.value;
}

beforeAll(async () => {
  eventKeys = await suite.kem.generateKeyPair();
  sealer = await createFor(new Uint8Array(await suite.kem.serializePublicKey(eventKeys.publicKey)));
  record = await sealer.seal(envelope, createRegistration());
});

describe('a sealed record', () => {
  it('opens with the event’s private key', async () => {
    expect(await openRecord(record, eventKeys.privateKey)).toEqual({
      ok: true,
      value: { kind: 'registration', registration: createRegistration() },
    });
  });

  it('keeps its envelope', () => {
    expect(record).toMatchObject(envelope);
  });

  it('does not open with another key', async () => {
    const other = await suite.kem.generateKeyPair();
    expect(await openRecord(record, other.privateKey)).toEqual({ ok: false, reason: 'cannot-open' });
  });

  it.each<[keyof SealedRecord, (record: SealedRecord) => Partial<SealedRecord>]>([
    ['id', () => ({ id: v7() })],
    ['replaces', () => ({ replaces: null })],
    ['event', () => ({ event: 'event-2' })],
    ['kiosk', () => ({ kiosk: 'K2' })],
    ['sequence', () => ({ sequence: 8 })],
    ['claimCode', () => ({ claimCode: 'K7QX-2M9R' })],
    ['purpose', () => ({ purpose: 'registration' })],
    ['ticketIndex', () => ({ ticketIndex: 'A'.repeat(22) })],
    ['contactIndexes', () => ({ contactIndexes: [78] })],
    ['kind', () => ({ kind: 'check-in' })],
    ['version', () => ({ version: 1 })],
    ['encapsulatedKey', ({ encapsulatedKey }) => ({ encapsulatedKey: flipFirst(encapsulatedKey) })],
    ['ciphertext', ({ ciphertext }) => ({ ciphertext: flipFirst(ciphertext) })],
  ])('does not open, and its signature does not hold, when %s was changed', async (_field, change) => {
    const changed = { ...record, ...change(record) };
    expect(await openRecord(changed, eventKeys.privateKey)).toEqual({ ok: false, reason: 'cannot-open' });
    expect(isSigned(changed)).toBe(false);
  });

  it('carries the kiosk’s signature', () => {
    expect(isSigned(record)).toBe(true);
  });

  it('is as long for a short name as for a long one', async () => {
    const long = createRegistration({ name: { own: '', latin: 'Adolph Blaine Charles David Earl Frederick' } });
    expect((await sealer.seal(envelope, long)).ciphertext).toHaveLength(record.ciphertext.length);
  });

  it('differs each time, so that equal registrations do not show', async () => {
    expect((await sealer.seal(envelope, createRegistration())).ciphertext).not.toBe(record.ciphertext);
  });
});

it('refuses a sealing key that everybody could open', async () => {
  const sealingKey = Buffer.alloc(32).toString('base64url');
  expect(await createSealer({ sealingKey, kioskKey })).toEqual({ ok: false, reason: 'sealing-key' });
});

function isSigned(signed: SealedRecord): boolean {
  return verify(null, signedBytes(signed), createPublicKey(kioskKey), Buffer.from(signed.signature, 'base64url'));
}

function flipFirst(text: string): string {
  return `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;
}
