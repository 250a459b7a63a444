import { describe, expect, it } from 'vitest';
import { kioskRecordSchema, signedBytes, type KioskRecord } from './kiosk-record.ts';

const other = '0196f0e0-7b1c-7abc-8def-0123456789ac';
const head = { id: '0196f0e0-7b1c-7abc-8def-0123456789ab', event: 'day', kiosk: 'K1', sequence: 1, signature: 'CCCC' };
const uuid = '3f2b8a52-6a0e-4a8c-9f3e-111111111111';
const otherUuid = '3f2b8a52-6a0e-4a8c-9f3e-222222222222';

const records = {
  registration: {
    ...head,
    kind: 'registration',
    version: 2,
    replaces: null,
    claimCode: 'K7QX-2M9Q',
    purpose: 'registration',
    ticketIndex: null,
    contactIndexes: [],
    encapsulatedKey: 'AAAA',
    ciphertext: 'BBBB',
  },
  seat: {
    ...head,
    kind: 'seat',
    claimCode: 'K7QX-2M9Q',
    session: 'S1',
    action: 'book',
    lease: uuid,
    cancels: null,
  },
  purge: { ...head, kind: 'purge', order: uuid, purpose: 'registration', purged: 3 },
  tombstone: { ...head, kind: 'tombstone', order: uuid },
} as const satisfies Record<string, KioskRecord>;

/** Another value for every field that any kind has. */
const changes: Readonly<Record<string, unknown>> = {
  id: other,
  event: 'night',
  kiosk: 'K2',
  sequence: 2,
  replaces: other,
  claimCode: 'K7QX-2M9P',
  purpose: 'talent-pool',
  ticketIndex: 'A'.repeat(22),
  contactIndexes: [1],
  encapsulatedKey: 'AAAB',
  ciphertext: 'BBBC',
  session: 'S2',
  action: 'wait',
  lease: otherUuid,
  cancels: other,
  order: otherUuid,
  purged: 4,
  version: 1,
};

function signed(record: KioskRecord): string {
  return new TextDecoder().decode(signedBytes(record));
}

describe.each(Object.entries(records))('a record of kind %s', (kind, record: KioskRecord) => {
  it('is read back as it was written, and with nothing more in it', () => {
    expect(kioskRecordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record);
    expect(kioskRecordSchema.safeParse({ ...record, name: 'Chan' }).success).toBe(false);
  });

  it.each(Object.keys(record).filter((field) => field !== 'signature' && field !== 'kind'))(
    'is signed with its %s',
    (field) => {
      const changed = kioskRecordSchema.parse({ ...record, [field]: changes[field] });
      expect(signed(changed)).not.toBe(signed(record));
    },
  );

  it('is not signed like any other kind', () => {
    const others = Object.values<KioskRecord>(records).filter((each) => each.kind !== kind);
    for (const each of others) expect(signed(each)).not.toBe(signed(record));
  });

  it('does not sign its signature', () => {
    expect(signed({ ...record, signature: 'DDDD' })).toBe(signed(record));
  });
});

it('keeps its signed forms, which kiosks and the hub have to agree on', () => {
  expect(signed(records.seat)).toBe(
    `["foyer-seat-1","${head.id}","day","K1",1,"K7QX-2M9Q","S1","book","${uuid}",null]`,
  );
  expect(signed(records.purge)).toBe(`["foyer-purge-1","${head.id}","day","K1",1,"${uuid}","registration",3]`);
  expect(signed(records.tombstone)).toBe(`["foyer-tombstone-1","${head.id}","day","K1",1,"${uuid}"]`);
});
