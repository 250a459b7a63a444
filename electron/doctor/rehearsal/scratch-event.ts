import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventDetails } from '../../../domain/event.ts';
import type { Registration } from '../../../domain/registration.ts';
import { suite } from '../../../domain/sealing/hpke.ts';

/** Of rehearsals: nobody's event, with a key that nobody keeps. */
export interface ScratchEvent {
  readonly details: EventDetails;
  /** Event pack of one file. */
  readonly pack: string;
}

export async function createScratchEvent(folder: string): Promise<ScratchEvent> {
  const pair = await suite.kem.generateKeyPair();
  const sealingKey = Buffer.from(await suite.kem.serializePublicKey(pair.publicKey)).toString('base64url');
  const details: EventDetails = {
    id: 'rehearsal',
    name: { en: 'Rehearsal' },
    days: [{ date: '2099-01-01', opens: '00:00', closes: '23:59' }],
    timeZone: 'UTC',
    country: 'HK',
    languages: ['en'],
    venue: { name: { en: 'Rehearsal' } },
    theme: { accent: '#b5471b' },
    organiser: { name: { en: 'Rehearsal' }, contact: 'nobody' },
    collectionStatement: { en: 'Nobody is registered here.' },
    retention: { registrationDays: 1, talentPoolDays: 1 },
    functions: [],
    interests: [],
    kiosks: [],
    sealingKey,
  };
  const pack = join(folder, 'event');
  mkdirSync(pack, { recursive: true });
  writeFileSync(join(pack, 'event.json'), JSON.stringify(details));
  return { details, pack };
}

export const scratchOwner = { event: 'rehearsal', kiosk: 'K1' } as const;

/** An invented visitor. */
export function inventRegistration(number: number): Registration {
  return {
    language: 'en',
    name: { own: '', latin: `Rehearsal ${String(number)}` },
    contact: { kind: 'phone', value: '000 0000' },
    status: 'graduate',
    field: '',
    interests: [],
    talentPool: 'private',
    consent: true,
  };
}
