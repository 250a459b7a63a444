import { randomBytes, sign, type KeyObject } from 'node:crypto';
import { v7 } from 'uuid';
import { createClaimCode } from '../../../domain/claim-code.ts';
import { signedBytes } from '../../../domain/kiosk-record.ts';
import { contactIndexBits, type SealedRecord } from '../../../domain/sealed-record.ts';

/** What a sealed registration has with its padding: 512 bytes of text and 16 of tag (`domain/sealing/hpke.ts`). */
const ciphertextBytes = 528;
const encapsulatedKeyBytes = 32;

export interface Sequence {
  readonly event: string;
  readonly kiosk: string;
  /** The kiosk's, Ed25519, private. */
  readonly privateKey: KeyObject;
  /** First sequence. */
  readonly from: number;
  readonly count: number;
}

/**
 * Walk-ins as a kiosk's journal has them, one after the other. The signatures hold; the ciphertexts are random bytes of the right length,
 * because sealing takes 4 ms each, is no work of the hub's, and a hub without the event's key cannot tell.
 */
export function createSealedRecords({ event, kiosk, privateKey, from, count }: Sequence): SealedRecord[] {
  return Array.from({ length: count }, (_, at) => {
    const unsigned: Omit<SealedRecord, 'signature'> = {
      id: v7(),
      event,
      kiosk,
      sequence: from + at,
      kind: 'registration',
      version: 2,
      replaces: null,
      claimCode: createClaimCode(randomBytes(7)),
      purpose: 'registration',
      ticketIndex: null,
      contactIndexes: [randomBytes(4).readUInt32BE() >>> (32 - contactIndexBits)],
      encapsulatedKey: randomBytes(encapsulatedKeyBytes).toString('base64url'),
      ciphertext: randomBytes(ciphertextBytes).toString('base64url'),
    };
    return { ...unsigned, signature: sign(null, signedBytes(unsigned), privateKey).toString('base64url') };
  });
}
