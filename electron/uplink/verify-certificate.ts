import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { certificateBytes, type EnrolmentAnswer } from '../../domain/protocol/enrolment.ts';

/** The public half of a kiosk's key, 32 bytes, base64url. */
export function exportPublicKey(kioskKey: KeyObject): string {
  return createPublicKey(kioskKey).export({ format: 'jwk' }).x ?? '';
}

/** Whether the hub's answer vouches for this very key. */
export function isOwnCertificate({ certificate, hubKey }: EnrolmentAnswer, publicKey: string): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: hubKey }, format: 'jwk' });
  const signature = Buffer.from(certificate.signature, 'base64url');
  return certificate.publicKey === publicKey && verify(null, certificateBytes(certificate), key, signature);
}
