import { beforeAll, describe, expect, it } from 'vitest';
import { checkInSchema } from '../attendee.ts';
import { registrationSchema } from '../registration.ts';
import { associatedData, type SealedEnvelope, type SealedRecord } from '../sealed-record.ts';
import { sealJson, suite } from './hpke.ts';
import { openRecord } from './open-record.ts';

const registration = registrationSchema.parse({
  language: 'zh-Hant',
  name: { own: '陳大文', latin: 'Chan Tai Man' },
  contact: { kind: 'phone', value: '9123 4567' },
  status: 'student',
  field: '',
  interests: [],
  talentPool: 'private',
  consent: true,
});
const checkIn = checkInSchema.parse({ language: 'en', attendee: { name: { own: '', latin: 'Chan Tai Man' } } });

const walkIn: SealedEnvelope = {
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
};
const arrival: SealedEnvelope = { ...walkIn, kind: 'check-in', ticketIndex: 'A'.repeat(22) };
const refused = { ok: false, reason: 'cannot-open' };

let publicKey: CryptoKey;
let privateKey: CryptoKey;
beforeAll(async () => {
  ({ publicKey, privateKey } = await suite.kem.generateKeyPair());
});

async function seal(envelope: SealedEnvelope, content: unknown): Promise<SealedRecord> {
  const context = { purpose: 'foyer registration', associatedData: associatedData(envelope) } as const;
  return { ...envelope, ...(await sealJson(content, publicKey, context)), signature: 'CCCC' };
}

describe('openRecord', () => {
  it.each([
    ['a walk-in', walkIn],
    ['a walk-in of the first version', { ...walkIn, version: 1, contactIndexes: [] } satisfies SealedEnvelope],
  ])('opens %s', async (_what, envelope) => {
    expect(await openRecord(await seal(envelope, registration), privateKey)).toEqual({
      ok: true,
      value: { kind: 'registration', registration },
    });
  });

  it('opens an arrival', async () => {
    expect(await openRecord(await seal(arrival, checkIn), privateKey)).toEqual({
      ok: true,
      value: { kind: 'check-in', checkIn },
    });
  });

  it('does not open with the key of another event', async () => {
    const { privateKey: other } = await suite.kem.generateKeyPair();
    expect(await openRecord(await seal(walkIn, registration), other)).toEqual(refused);
  });

  it.each<Partial<SealedRecord>>([
    { id: '0196f0e0-7b1c-7abc-8def-0123456789ac' },
    { kiosk: 'K2' },
    { sequence: 2 },
    { claimCode: 'K7QX-2M9P' },
    { purpose: 'talent-pool' },
    { contactIndexes: [8] },
    { kind: 'check-in' },
    { version: 1 },
  ])('does not open what was moved to another envelope: %j', async (change) => {
    expect(await openRecord({ ...(await seal(walkIn, registration)), ...change }, privateKey)).toEqual(refused);
  });

  it.each([
    ['a registration that is none', walkIn, { ...registration, consent: false }],
    ['an arrival where a registration should be', walkIn, checkIn],
    ['a registration where an arrival should be', arrival, registration],
  ])('does not take %s for what it says it is', async (_what, envelope, content) => {
    expect(await openRecord(await seal(envelope, content), privateKey)).toEqual(refused);
  });
});
