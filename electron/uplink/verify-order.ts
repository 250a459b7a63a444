import { createPublicKey, verify } from 'node:crypto';

/** Whether the hub has signed these bytes. @param order `hubKey` and `signature`: Ed25519, base64url */
export function isSignedByHub(order: {
  readonly bytes: Uint8Array;
  readonly signature: string;
  readonly hubKey: string;
}): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: order.hubKey }, format: 'jwk' });
    return verify(null, order.bytes, key, Buffer.from(order.signature, 'base64url'));
  } catch {
    return false;
  }
}
