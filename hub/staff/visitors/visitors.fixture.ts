import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { assert } from '../../../domain/assert.ts';
import type { CheckIn, AttendeeDetails } from '../../../domain/attendee.ts';
import { createClaimCode } from '../../../domain/claim-code.ts';
import type { Registration } from '../../../domain/registration.ts';
import type { SealedEnvelope, SealedRecord } from '../../../domain/sealed-record.ts';
import { contactIndex } from '../../../domain/sealing/contact-index.ts';
import { readSealingKey, suite } from '../../../domain/sealing/hpke.ts';
import { createSealer } from '../../../domain/sealing/seal-record.ts';
import type { AttendeeLoader } from '../../event/attendee-loader.ts';
import { lockOne } from '../../event/lock-attendee.ts';
import { createVault } from '../../event/vault.ts';
import type { Identity } from '../../identity/identity.ts';
import { createCatalogue } from '../../store/kiosk.fixture.ts';
import { must } from '../../store/stores.fixture.ts';
import type { Store } from '../../store/store.ts';
import type { StaffSession } from '../staff-session.ts';
import { createVisitorCalls } from '../visitor-calls.ts';

/** For tests: keys of an event and of its hub. */
export async function createHubKeys() {
  const pair = await suite.kem.generateKeyPair();
  const sealingKey = Buffer.from(await suite.kem.serializePublicKey(pair.publicKey)).toString('base64url');
  const privateKey = new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey));
  const hub = generateKeyPairSync('ed25519');
  const identity: Identity = {
    hubKey: hub.publicKey.export({ format: 'jwk' }).x ?? '',
    sign: (bytes) => sign(null, bytes, hub.privateKey).toString('base64url'),
    tlsKey: hub.privateKey,
    pin: '',
    fingerprint: '',
  };
  return { sealingKey, privateKey, identity };
}
export type HubKeys = Awaited<ReturnType<typeof createHubKeys>>;

export function createRegistration(changes: Partial<Registration> = {}): Registration {
  return {
    language: 'zh-Hant',
    name: { own: '陳大文', latin: 'CHAN Tai Man' },
    contact: { kind: 'email', value: 'taiman@visitor.example' },
    status: 'student',
    field: 'Chips',
    interests: [],
    talentPool: 'private',
    consent: true,
    ...changes,
  };
}

export const supervisor: StaffSession = {
  staff: { number: '07', label: 'Desk', role: 'supervisor' },
  kiosk: null,
};

/** For tests: one process of a hub, with the calls about visitors on a store that others may share; its search has read all there is. */
export async function startCalls(store: Store, { sealingKey, privateKey, identity }: HubKeys) {
  const vault = createVault();
  const catalogue = createCatalogue();
  must(await store.feed.publishCatalogue({ ...catalogue, event: { ...catalogue.event, sealingKey } }));
  const attendees: Pick<AttendeeLoader, 'forgetTickets'> = { forgetTickets: () => Promise.resolve() };
  let isRead = Promise.withResolvers<null>();
  // The search says once when it has read everything; before that it finds what it has read so far.
  const log = {
    write(line: string) {
      if (line.includes('visitors can be searched')) isRead.resolve(null);
    },
  };
  const visitors = createVisitorCalls({
    store,
    vault,
    identity,
    attendees: attendees as AttendeeLoader,
    logger: pino({ level: 'info' }, log),
    random: (size: number) => randomBytes(size),
    elapsed: () => performance.now(),
    now: () => Date.now(),
  } as unknown as Parameters<typeof createVisitorCalls>[0]);
  const unlock = async () => {
    isRead = Promise.withResolvers();
    must(await vault.accept(privateKey, sealingKey));
    await isRead.promise;
  };
  await unlock();
  return { store, vault, unlock, ...visitors };
}
export type Calls = Awaited<ReturnType<typeof startCalls>>;

/** For tests: a kiosk that seals as real ones do. */
export async function createSealingKiosk(kiosk: string, { store, sealingKey }: { store: Store; sealingKey: string }) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const publicText = publicKey.export({ format: 'jwk' }).x ?? '';
  const sealer = must(await createSealer({ sealingKey, kioskKey: privateKey }));
  must(await store.kiosks.admit({ kiosk, position: null, publicKey: publicText }));
  let last = 0;
  async function seal(content: Registration | CheckIn, changes: Partial<SealedEnvelope>): Promise<SealedRecord> {
    const envelope: SealedEnvelope = {
      kind: 'registration',
      version: 2,
      id: v7(),
      replaces: null,
      event: 'micro-e-2026',
      kiosk,
      sequence: (last += 1),
      claimCode: createClaimCode(randomBytes(7)),
      purpose: 'registration',
      ticketIndex: null,
      contactIndexes: [],
      ...changes,
    };
    const record = await sealer.seal(envelope, content);
    const batch = { kiosk, publicKey: publicText, epoch: store.epoch, from: record.sequence, records: [record] };
    const { answers } = must(await store.records.ingest(batch));
    assert(answers[0]?.result === 'accepted', 'what a kiosk of a test sends is right');
    return record;
  }
  return {
    register: (changes: Partial<Registration> = {}, envelope: Partial<SealedEnvelope> = {}) => {
      const registration = createRegistration(changes);
      const indexes = [contactIndex(registration.contact, { sealingKey, country: 'HK' })];
      return seal(registration, { contactIndexes: indexes, ...envelope });
    },
    checkIn: (attendee: AttendeeDetails, ticketIndex: string, envelope: Partial<SealedEnvelope> = {}) =>
      seal({ language: 'en', attendee }, { kind: 'check-in', ticketIndex, ...envelope }),
  };
}

/** For tests: puts somebody on the organiser's list. @returns the ticket's index */
export async function publishAttendee(
  store: Store,
  { code, name }: { code: string; name: string },
  sealingKey: string,
) {
  const recipient = await readSealingKey(sealingKey);
  assert(recipient !== null, 'the key of a test can be sealed to');
  const attendee = {
    code,
    name: { own: '', latin: name },
    email: 'mei@visitor.example',
    field: '',
    interests: [],
    talentPool: 'private',
  } as const;
  const published = await lockOne({ ...attendee, interests: [] }, { sealingKey, recipient });
  must(await store.feed.publishAttendees([published]));
  return published.index;
}
