import { Aes256Gcm, CipherSuite, HkdfSha256 } from '@hpke/core';
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519';
import { err, ok, type Result } from '../result.ts';

/**
 * RFC 9180 in base mode: DHKEM(X25519, HKDF-SHA256) 0x0020, HKDF-SHA256 0x0001, AES-256-GCM 0x0002. X25519 is the library's own and
 * not Web Crypto's, because Electron's BoringSSL is not Node's OpenSSL and sealing must not depend on which of them runs.
 */
export const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** What is sealed, so that one kind of text never opens as another (`info` of RFC 9180). */
export type SealingPurpose = 'foyer registration' | 'foyer attendee';

/** The text grows to a multiple of this, so that a ciphertext's length does not tell how long a name is. JSON ignores the spaces. */
const paddingBytes = 512;

/** HPKE's two outputs, base64url. */
export interface Sealed {
  readonly encapsulatedKey: string;
  readonly ciphertext: string;
}

interface Context {
  readonly purpose: SealingPurpose;
  /** Bound to the ciphertext, not in it. */
  readonly associatedData: Uint8Array<ArrayBuffer>;
}

/** @returns null when the 32 bytes (base64url) are no point that can be sealed to (RFC 7748, section 6.1) */
export async function readSealingKey(sealingKey: string): Promise<CryptoKey | null> {
  try {
    const key = await suite.kem.deserializePublicKey(toBytes(sealingKey));
    await suite.seal({ recipientPublicKey: key, info: encodeText('probe') }, new Uint8Array());
    return key;
  } catch {
    return null;
  }
}

/** Seals a value as JSON; its clear text is overwritten in memory. */
export async function sealJson(value: unknown, recipientPublicKey: CryptoKey, context: Context): Promise<Sealed> {
  const text = encodeText(JSON.stringify(value));
  const padded = new Uint8Array(Math.ceil(text.length / paddingBytes) * paddingBytes).fill(0x20);
  padded.set(text);
  const info = encodeText(context.purpose);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, padded, context.associatedData);
  padded.fill(0);
  text.fill(0);
  return { encapsulatedKey: toText(enc), ciphertext: toText(ct) };
}

/** `cannot-open`: sealed to another key or for another purpose, or changed since. */
export async function openJson(
  { encapsulatedKey, ciphertext }: Sealed,
  recipientKey: CryptoKey,
  context: Context,
): Promise<Result<unknown, 'cannot-open'>> {
  const info = encodeText(context.purpose);
  try {
    const keys = { recipientKey, enc: toBytes(encapsulatedKey), info };
    const text = await suite.open(keys, toBytes(ciphertext), context.associatedData);
    return ok(JSON.parse(new TextDecoder().decode(text)) as unknown);
  } catch {
    return err('cannot-open');
  }
}

function encodeText(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function toText(bytes: ArrayBuffer): string {
  return Buffer.from(bytes).toString('base64url');
}

function toBytes(base64url: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64url, 'base64url'));
}
