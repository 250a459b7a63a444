import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { err, ok, type Result } from '../../domain/result.ts';

/** Where a package keeps the public key that it was made with, from the application's folder. */
export const publicKeyPlace = 'build/package/release-key.pub.pem';

export interface ReleaseKeyFile {
  readonly file: string;
  /** The private half lies in the file under it; without one it lies there in clear. */
  readonly passphrase?: string | undefined;
}

/** One Ed25519 key (RFC 8032) signs update feeds and USB sticks. @throws when the file exists already or cannot be written */
export function makeReleaseKey({ file, passphrase }: ReleaseKeyFile): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  const cover = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  const content = privateKey.export({ type: 'pkcs8', format: 'pem', ...cover });
  writeFileSync(file, content, { mode: 0o600, flag: 'wx' });
  return privateKey;
}

/** The reason is a whole sentence. */
export function readReleaseKey({ file, passphrase }: ReleaseKeyFile): Result<KeyObject, string> {
  try {
    const key = createPrivateKey({ key: readFileSync(file), ...(passphrase === undefined ? {} : { passphrase }) });
    if (key.asymmetricKeyType === 'ed25519') return ok(key);
    return err(`${file} holds a key of another kind. Make a release key with --make-key FILE.`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(
      `The release key ${file} cannot be read: ${reason}. --make-key FILE makes one; FOYER_RELEASE_PASSPHRASE opens it.`,
    );
  }
}

/** PEM, as packages carry it. */
export function exportPublicKey(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();
}

/** Over the file's bytes. @returns 64 bytes in base64 */
export function signFile({ file, key }: { file: string; key: KeyObject }): string {
  return sign(null, readFileSync(file), key).toString('base64');
}

export interface SignedFile {
  readonly file: string;
  /** Base64. */
  readonly signature: string;
  /** PEM. */
  readonly publicKey: string;
}

export function verifyFile({ file, signature, publicKey }: SignedFile): boolean {
  return verify(null, readFileSync(file), createPublicKey(publicKey), Buffer.from(signature, 'base64'));
}
