import { generateKeyPairSync, sign } from 'node:crypto';
import { v7 } from 'uuid';
import type { Catalogue } from '../../domain/catalogue.ts';
import { signedBytes, type KioskRecord, type SeatRecord, type UnsignedRecord } from '../../domain/kiosk-record.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import type { Session } from '../../domain/session.ts';
import type { Store } from './store.ts';
import { must } from './stores.fixture.ts';

const event = 'micro-e-2026';

/** For tests: a small event. */
export function createCatalogue(changes: Partial<Catalogue> = {}): Catalogue {
  return {
    event: {
      id: event,
      name: { en: 'Micro-E in Action' },
      days: [{ date: '2026-05-30', opens: '09:00', closes: '18:00' }],
      timeZone: 'Asia/Hong_Kong',
      country: 'HK',
      languages: ['en'],
      venue: { name: { en: 'Science Park' } },
      theme: { accent: '#004488' },
      organiser: { name: { en: 'Organiser' }, contact: 'desk@organiser.example' },
      collectionStatement: { en: 'We keep what you tell us.' },
      retention: { registrationDays: 30, talentPoolDays: 365 },
      functions: [],
      interests: [],
      kiosks: [
        { id: 'K1', place: 'kiosk-1' },
        { id: 'K2', place: 'kiosk-2' },
      ],
      sealingKey: 'a'.repeat(43),
    },
    companies: [],
    jobs: [],
    sessions: [createSession('forum', 50), createSession('talk')],
    ...changes,
  };
}

export function createSession(id: string, capacity?: number): Session {
  return {
    id,
    kind: 'forum',
    speakers: [],
    start: '2026-05-30T10:00',
    end: '2026-05-30T11:00',
    title: { en: id },
    ...(capacity === undefined ? {} : { capacity }),
  };
}

/** For tests: a kiosk with a key of its own, whose records have the form of real ones and valid signatures. */
export function createKiosk(kiosk: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  let last = 0;
  const head = () => ({ id: v7(), event, kiosk, sequence: (last += 1) });
  const signRecord = <Record extends UnsignedRecord>(record: Record) => ({
    ...record,
    signature: sign(null, signedBytes(record), privateKey).toString('base64url'),
  });
  const publicText = publicKey.export({ format: 'jwk' }).x ?? '';
  return {
    kiosk,
    publicKey: publicText,
    sign: signRecord,
    registration(changes: Partial<SealedRecord> = {}): SealedRecord {
      const { id, sequence } = head();
      return signRecord({
        kind: 'registration',
        version: 2,
        id,
        replaces: null,
        event,
        kiosk,
        sequence,
        claimCode: `${kiosk.padEnd(4, '0').slice(0, 4)}-${sequence.toString().padStart(4, '0')}`,
        purpose: 'registration',
        ticketIndex: null,
        contactIndexes: [],
        encapsulatedKey: 'enc',
        ciphertext: `sealed${sequence}`,
        ...changes,
      });
    },
    checkIn(ticketIndex: string, changes: Partial<SealedRecord> = {}): SealedRecord {
      return this.registration({ kind: 'check-in', ticketIndex, ...changes });
    },
    seat(changes: Partial<SeatRecord> = {}): SeatRecord {
      const plain = { action: 'book', session: 'forum', claimCode: 'AAAA-0001', lease: null, cancels: null } as const;
      return signRecord({ kind: 'seat', ...head(), ...plain, ...changes });
    },
    other(
      changes: { kind: 'tombstone'; order: string } | { kind: 'purge'; order: string; purged: number },
    ): KioskRecord {
      return changes.kind === 'purge'
        ? signRecord({ ...head(), purpose: 'registration' as const, ...changes })
        : signRecord({ ...head(), ...changes });
    },
    /** So that the next record takes the place of one of the last. */
    goBack(records = 1) {
      last -= records;
    },
    async admitTo(store: Store) {
      must(await store.kiosks.admit({ kiosk, position: null, publicKey: publicText }));
    },
    /** Sends records, the first of which has the sequence `from`. */
    send(store: Store, records: readonly unknown[], from: number, epoch = store.epoch) {
      return store.records.ingest({ kiosk, publicKey: publicText, epoch, from, records: [...records] });
    },
  };
}
export type TestKiosk = ReturnType<typeof createKiosk>;

/** 22 symbols of base64url. */
export function createTicketIndex(number: number): string {
  return number.toString().padStart(22, 'T');
}
