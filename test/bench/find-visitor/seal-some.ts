import { generateKeyPairSync } from 'node:crypto';
import { v7 } from 'uuid';
import type { Registration } from '../../../domain/registration.ts';
import type { SealedRecord } from '../../../domain/sealed-record.ts';
import { suite } from '../../../domain/sealing/hpke.ts';
import { createRecipient } from '../../../domain/sealing/recipient.ts';
import { createSealer } from '../../../domain/sealing/seal-record.ts';
import { must } from '../harness/hub-store.ts';

/** Registrations as a kiosk seals them, and who opens them. */
export async function sealSome(people: readonly Registration[], codes: readonly string[]) {
  const pair = await suite.kem.generateKeyPair();
  const sealingKey = Buffer.from(await suite.kem.serializePublicKey(pair.publicKey)).toString('base64url');
  const { privateKey: kioskKey } = generateKeyPairSync('ed25519');
  const sealer = must(await createSealer({ sealingKey, kioskKey }));
  const records: SealedRecord[] = [];
  for (const [at, registration] of people.entries()) {
    const head = { kind: 'registration', version: 2, id: v7(), replaces: null, event: 'event-1', kiosk: 'K1' } as const;
    const rest = { purpose: 'registration', ticketIndex: null, contactIndexes: [] } as const;
    const envelope = { ...head, ...rest, contactIndexes: [], sequence: at + 1, claimCode: codes[at] ?? '' };
    records.push(await sealer.seal(envelope, registration));
  }
  return { records, recipient: createRecipient(new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey))) };
}
