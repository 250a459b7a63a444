import { describe, expect, it } from 'vitest';
import { associatedData, sealedRecordSchema, signedBytes, type SealedRecord } from './sealed-record.ts';

const record: SealedRecord = {
  id: '0196f0e0-7b1c-7abc-8def-0123456789ab',
  replaces: null,
  event: 'day',
  kiosk: 'K1',
  sequence: 1,
  claimCode: 'K7QX-2M9Q',
  encapsulatedKey: 'AAAA',
  ciphertext: 'BBBB',
  signature: 'CCCC',
};

/** The same record with each field changed in turn. */
const changes: Partial<SealedRecord>[] = [
  { id: '0196f0e0-7b1c-7abc-8def-0123456789ac' },
  { replaces: '0196f0e0-7b1c-7abc-8def-0123456789ac' },
  { event: 'dayK1' },
  { kiosk: 'K2' },
  { sequence: 11 },
  { claimCode: 'K7QX-2M9P' },
  { encapsulatedKey: 'AAAB' },
  { ciphertext: 'BBBC' },
];

function asText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

describe('a sealed record', () => {
  it('binds the envelope to the ciphertext, and the whole record to the signature', () => {
    for (const change of changes.slice(0, 6)) {
      expect(asText(associatedData({ ...record, ...change }))).not.toBe(asText(associatedData(record)));
    }
    for (const change of changes) {
      expect(asText(signedBytes({ ...record, ...change }))).not.toBe(asText(signedBytes(record)));
    }
  });

  it('cannot be read two ways: a border between fields never moves', () => {
    const moved = { ...record, event: 'da', kiosk: 'yK1' };
    expect(asText(signedBytes(moved))).not.toBe(asText(signedBytes(record)));
    expect(asText(associatedData(record))).not.toBe(asText(signedBytes(record)));
  });

  it('keeps its signed form, which kiosks and the hub have to agree on', () => {
    expect(asText(signedBytes(record))).toBe(
      '["foyer-record-1","0196f0e0-7b1c-7abc-8def-0123456789ab",null,"day","K1",1,"K7QX-2M9Q","AAAA","BBBB"]',
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
  ])('with %j is refused', (change) => {
    expect(sealedRecordSchema.safeParse(record).success).toBe(true);
    expect(sealedRecordSchema.safeParse({ ...record, ...change }).success).toBe(false);
  });
});
