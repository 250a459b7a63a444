import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** Ed25519 (RFC 8032) of the text's UTF-8 bytes, base64url. What is signed says of itself what kind it is, so one never passes for another. */
export function signText(text: string, privateKey: KeyObject): string {
  return sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64url');
}

/** @param publicKey Ed25519, 32 bytes, base64url; one that is none has signed nothing */
export function isSignedText({ text, signature }: { text: string; signature: string }, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

/** SHA-256 of the text's UTF-8 bytes, base64url. */
export function digestText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64url');
}
