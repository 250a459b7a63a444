import { createPublicKey, verify, type KeyObject } from 'node:crypto';

/** @param publicKey 32 bytes, base64url @returns null when they are no key */
export function readEd25519(publicKey: string): KeyObject | null {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  } catch {
    return null;
  }
}

/** @param signed the signature is base64url */
export function holds(signed: { bytes: Uint8Array; signature: string; publicKey: string }): boolean {
  const key = readEd25519(signed.publicKey);
  return key !== null && verify(null, signed.bytes, key, Buffer.from(signed.signature, 'base64url'));
}
