import { generateKeyPairSync, verify } from 'node:crypto';
import { expect, it } from 'vitest';
import { kioskRecordSchema, signedBytes } from '../../../domain/kiosk-record.ts';
import { readSealingKey, sealJson } from '../../../domain/sealing/hpke.ts';
import { associatedData } from '../../../domain/sealed-record.ts';
import { createRegistration } from '../../../electron/journal/test-records.ts';
import { createSealedRecords } from './sealed-records.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const records = createSealedRecords({ event: 'event-1', kiosk: 'K1', privateKey, from: 5, count: 3 });

it('makes records that a hub takes for a kiosk’s own', () => {
  expect(records.map(({ sequence }) => sequence)).toEqual([5, 6, 7]);
  for (const record of records) {
    expect(kioskRecordSchema.parse(record)).toEqual(record);
    const { signature, ...unsigned } = record;
    expect(verify(null, signedBytes(unsigned), publicKey, Buffer.from(signature, 'base64url'))).toBe(true);
  }
});

it('makes them as long as sealed ones', async () => {
  const { publicKey: recipient } = generateKeyPairSync('x25519');
  const key = await readSealingKey(recipient.export({ format: 'jwk' }).x ?? '');
  const [record] = records;
  if (key === null || record === undefined) throw new Error('There is nothing to compare.');
  const context = { purpose: 'foyer registration', associatedData: associatedData(record) } as const;
  const sealed = await sealJson(createRegistration(), key, context);
  expect(record.ciphertext.length).toBe(sealed.ciphertext.length);
  expect(record.encapsulatedKey.length).toBe(sealed.encapsulatedKey.length);
});
