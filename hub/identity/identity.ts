import { createHash, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { toFingerprint } from '../../domain/protocol/enrolment.ts';
import type { IdentityKeys } from './identity-keys.ts';

/** Who a hub is to its kiosks. */
export interface Identity {
  /** Ed25519, 32 bytes, base64url. */
  readonly hubKey: string;
  /** Ed25519 signature, base64url. */
  readonly sign: (bytes: Uint8Array) => string;
  readonly tlsKey: KeyObject;
  /** SHA-256 of the public TLS key (SubjectPublicKeyInfo, DER), base64url: what connections are pinned to. */
  readonly pin: string;
  /** The start of the pin, as enrolment codes carry it. */
  readonly fingerprint: string;
}

export function createIdentity({ hubKey, tlsKey }: IdentityKeys): Identity {
  const spki = createPublicKey(tlsKey).export({ type: 'spki', format: 'der' });
  const digest = createHash('sha256').update(spki).digest();
  return {
    hubKey: createPublicKey(hubKey).export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64url'),
    sign: (bytes) => sign(null, bytes, hubKey).toString('base64url'),
    tlsKey,
    pin: digest.toString('base64url'),
    fingerprint: toFingerprint(digest),
  };
}
