import { createPublicKey, verify, type KeyObject } from 'node:crypto';

/** So many keys are kept ready: making one took 6 % of a small request's time, and every request of a kiosk needs its own. */
const remembered = 500;
const keys = new Map<string, KeyObject>();

/** @param publicKey 32 bytes, base64url @returns null when they are no key */
export function readEd25519(publicKey: string): KeyObject | null {
  const known = keys.get(publicKey);
  if (known !== undefined) return known;
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    if (keys.size >= remembered) keys.clear();
    keys.set(publicKey, key);
    return key;
  } catch {
    return null;
  }
}

/** @param signed the signature is base64url */
export function holds(signed: { bytes: Uint8Array; signature: string; publicKey: string }): boolean {
  const key = readEd25519(signed.publicKey);
  return key !== null && verify(null, signed.bytes, key, Buffer.from(signed.signature, 'base64url'));
}
