import { createECDH, createPrivateKey, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';

/** The hub's two private keys. */
export interface IdentityKeys {
  /** Ed25519: signs certificates of kiosks, purge orders and receipts. */
  readonly hubKey: KeyObject;
  /** EC P-256: speaks TLS. Kiosks pin its public half. */
  readonly tlsKey: KeyObject;
}

export function generateIdentityKeys(): IdentityKeys {
  return {
    hubKey: generateKeyPairSync('ed25519').privateKey,
    tlsKey: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey,
  };
}

/** `info` of HKDF-SHA-256 (RFC 5869), without a salt. They never change: a hub restored in ten years must be the same one. */
const hubKeyInfo = 'foyer-hub-identity-1 ed25519';
const tlsKeyInfo = 'foyer-hub-identity-1 p256';

/**
 * The same keys each time for the same event, so that a hub that lost its disk is known to its kiosks again. Whoever has them learns
 * nothing of the event's key.
 * @param eventKey the event's private key, 32 bytes
 */
export function deriveIdentityKeys(eventKey: Uint8Array): IdentityKeys {
  const seed = Buffer.from(hkdfSync('sha256', eventKey, '', hubKeyInfo, 32));
  // 16 bytes more than the curve's order has make every number equally likely (FIPS 186-5, appendix A.2.1).
  const material = Buffer.from(hkdfSync('sha256', eventKey, '', tlsKeyInfo, 48));
  return { hubKey: toEd25519(seed), tlsKey: toP256(material) };
}

/** PKCS #8 (RFC 8410, section 7) of an Ed25519 key, up to the seed. */
const pkcs8Start = Buffer.from('302e020100300506032b657004220420', 'hex');

function toEd25519(seed: Buffer): KeyObject {
  return createPrivateKey({ key: Buffer.concat([pkcs8Start, seed]), format: 'der', type: 'pkcs8' });
}

/** Order of the base point (SP 800-186, section 3.2.1.3). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

function toP256(material: Buffer): KeyObject {
  const scalar = (BigInt(`0x${material.toString('hex')}`) % (order - 1n)) + 1n;
  const secret = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex');
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(secret);
  const point = curve.getPublicKey();
  const toText = (bytes: Buffer) => bytes.toString('base64url');
  const coordinates = { x: toText(point.subarray(1, 33)), y: toText(point.subarray(33)) };
  const jwk = { kty: 'EC', crv: 'P-256', d: toText(secret), ...coordinates };
  return createPrivateKey({ key: jwk, format: 'jwk' });
}
