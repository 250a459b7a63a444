import { v7 } from 'uuid';
import type { Registration } from '../../domain/registration.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';

/** For tests: a registration as the form sends it. */
export function createRegistration(changes: Partial<Registration> = {}): Registration {
  return {
    language: 'zh-Hant',
    name: { own: '陳大文', latin: 'Chan Tai Man' },
    contact: { kind: 'email', value: 'taiman@visitor.example' },
    status: 'graduate',
    field: 'Analogue design',
    interests: ['analog'],
    talentPool: 'private',
    consent: true,
    ...changes,
  };
}

/** For tests: a record with the form of a sealed one. */
export function createRecord(changes: Partial<SealedRecord> = {}): SealedRecord {
  return {
    kind: 'registration',
    version: 2,
    id: v7(),
    replaces: null,
    event: 'event-1',
    kiosk: 'K1',
    sequence: 1,
    claimCode: 'K7QX-2M9P',
    purpose: 'registration',
    ticketIndex: null,
    contactIndexes: [],
    encapsulatedKey: 'enc',
    ciphertext: 'text',
    signature: 'sign',
    ...changes,
  };
}
