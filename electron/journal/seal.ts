import type { KeyObject } from 'node:crypto';
import { sign } from 'node:crypto';
import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core';
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519';
import type { Registration } from '../../domain/registration.ts';
import { err, ok, type Result } from '../../domain/result.ts';
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

/** `sealing-key`: those 32 bytes are no point that can be sealed to (RFC 7748, section 6.1), found at the start and not at the first visitor. */
export async function createSealer({ sealingKey, kioskKey }: SealerKeys): Promise<Result<Sealer, 'sealing-key'>> {
  const recipientPublicKey = await readPublicKey(sealingKey);
  if (recipientPublicKey === null) return err('sealing-key');
  return ok({
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
  });
}

async function readPublicKey(sealingKey: string): Promise<CryptoKey | null> {
  try {
    const key = await suite.kem.deserializePublicKey(new Uint8Array(Buffer.from(sealingKey, 'base64url')));
    await suite.seal({ recipientPublicKey: key, info: sealingPurpose }, new Uint8Array());
    return key;
  } catch {
    return null;
  }
}
