import type { KeyObject } from 'node:crypto';
import { sign } from 'node:crypto';
import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core';
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519';
import type { Registration } from '../../domain/registration.ts';
import { associatedData, signedBytes, type SealedRecord } from '../../domain/sealed-record.ts';

export type Envelope = Omit<SealedRecord, 'encapsulatedKey' | 'ciphertext' | 'signature'>;

export interface Sealer {
  seal(envelope: Envelope, registration: Registration): Promise<SealedRecord>;
}

/**
 * RFC 9180 in base mode: DHKEM(X25519, HKDF-SHA256) 0x0020, HKDF-SHA256 0x0001, AES-256-GCM 0x0002. X25519 is the library's own and
 * not Web Crypto's, because Electron's BoringSSL is not Node's OpenSSL and sealing must not depend on which of them runs.
 */
export const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
export const sealingPurpose = new TextEncoder().encode('foyer registration');

/** The text grows to a multiple of this, so that a ciphertext's length does not tell how long a name is. JSON ignores the spaces. */
const paddingBytes = 512;

export interface SealerKeys {
  /** The event's, 32 bytes as base64url. */
  readonly sealingKey: string;
  /** The kiosk's, Ed25519, private. */
  readonly kioskKey: KeyObject;
}

export async function createSealer({ sealingKey, kioskKey }: SealerKeys): Promise<Sealer> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(toBytes(Buffer.from(sealingKey, 'base64url')));
  return {
    async seal(envelope, registration) {
      const text = new TextEncoder().encode(JSON.stringify(registration));
      const padded = new Uint8Array(Math.ceil(text.length / paddingBytes) * paddingBytes).fill(0x20);
      padded.set(text);
      const sealed = await suite.seal({ recipientPublicKey, info: sealingPurpose }, padded, associatedData(envelope));
      padded.fill(0);
      text.fill(0);
      const unsigned = {
        ...envelope,
        encapsulatedKey: Buffer.from(sealed.enc).toString('base64url'),
        ciphertext: Buffer.from(sealed.ct).toString('base64url'),
      };
      return { ...unsigned, signature: sign(null, signedBytes(unsigned), kioskKey).toString('base64url') };
    },
  };
}

/** A copy in an ArrayBuffer of its own, which is what Web Crypto takes. */
function toBytes(buffer: Buffer): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer);
}
