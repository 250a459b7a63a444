import { describe, expect, it } from 'vitest';
import { associatedData, sealedRecordSchema, signedSealedBytes, type SealedRecord } from './sealed-record.ts';

const record: SealedRecord = {
  id: '0196f0e0-7b1c-7abc-8def-0123456789ab',
  kind: 'registration',
  version: 2,
  replaces: null,
  event: 'day',
  kiosk: 'K1',
  sequence: 1,
  claimCode: 'K7QX-2M9Q',
  purpose: 'registration',
  ticketIndex: null,
  contactIndexes: [7],
  encapsulatedKey: 'AAAA',
  ciphertext: 'BBBB',
  signature: 'CCCC',
};
const first: SealedRecord = { ...record, version: 1, contactIndexes: [] };

/** What both versions bind to the ciphertext, each field changed in turn. */
const bound: Partial<SealedRecord>[] = [
  { id: '0196f0e0-7b1c-7abc-8def-0123456789ac' },
  { replaces: '0196f0e0-7b1c-7abc-8def-0123456789ac' },
  { event: 'dayK1' },
  { kiosk: 'K2' },
  { sequence: 11 },
  { claimCode: 'K7QX-2M9P' },
];
/** What only version 2 binds. */
const added: Partial<SealedRecord>[] = [
  { kind: 'check-in' },
  { purpose: 'talent-pool' },
  { ticketIndex: 'A'.repeat(22) },
  { contactIndexes: [8] },
  { contactIndexes: [7, 8] },
];
const sealed: Partial<SealedRecord>[] = [{ encapsulatedKey: 'AAAB' }, { ciphertext: 'BBBC' }];

function asText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

describe('a sealed record', () => {
  it.each([
    [1, first, bound],
    [2, record, [...bound, ...added]],
  ])('of version %i binds its envelope to the ciphertext', (_version, whole, changes) => {
    for (const change of changes) {
      expect(asText(associatedData({ ...whole, ...change }))).not.toBe(asText(associatedData(whole)));
    }
  });

  it.each([
    [1, first, [...bound, ...sealed]],
    [2, record, [...bound, ...added, ...sealed]],
  ])('of version %i is signed whole', (_version, whole, changes) => {
    for (const change of changes) {
      expect(asText(signedSealedBytes({ ...whole, ...change }))).not.toBe(asText(signedSealedBytes(whole)));
    }
  });

  it('cannot be read two ways: a border between fields never moves', () => {
    const moved = { ...record, event: 'da', kiosk: 'yK1' };
    expect(asText(signedSealedBytes(moved))).not.toBe(asText(signedSealedBytes(record)));
    expect(asText(associatedData(record))).not.toBe(asText(signedSealedBytes(record)));
    expect(asText(signedSealedBytes(first))).not.toBe(asText(signedSealedBytes({ ...first, version: 2 })));
  });

  it('keeps the signed forms of both versions, which kiosks and the hub have to agree on', () => {
    expect(asText(signedSealedBytes(first))).toBe(
      '["foyer-record-1","0196f0e0-7b1c-7abc-8def-0123456789ab",null,"day","K1",1,"K7QX-2M9Q","AAAA","BBBB"]',
    );
    expect(asText(associatedData(first))).toBe(
      '["foyer-registration-1","0196f0e0-7b1c-7abc-8def-0123456789ab",null,"day","K1",1,"K7QX-2M9Q"]',
    );
    expect(asText(signedSealedBytes(record))).toBe(
      '["foyer-record-2","0196f0e0-7b1c-7abc-8def-0123456789ab",null,"day","K1",1,"K7QX-2M9Q","AAAA","BBBB",' +
        '"registration","registration",null,[7]]',
    );
  });

  it.each([
    { id: '0196f0e0-7b1c-4abc-8def-0123456789ab' },
    { sequence: 0 },
    { sequence: 1.5 },
    { claimCode: 'k7qx-2m9q' },
    { ciphertext: '' },
    { signature: 'a+b=' },
    { name: 'Chan' },
    { kind: 'seat' },
    { version: 3 },
    { purpose: 'marketing' },
    { ticketIndex: 'A'.repeat(21) },
    { contactIndexes: [2 ** 20] },
    { contactIndexes: [-1] },
    { contactIndexes: [1, 2, 3] },
  ])('with %j is refused', (change) => {
    expect(sealedRecordSchema.safeParse(record).success).toBe(true);
    expect(sealedRecordSchema.safeParse({ ...record, ...change }).success).toBe(false);
  });
});
