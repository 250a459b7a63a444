import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { signedBytes, type KioskRecord } from '../../../domain/kiosk-record.ts';

/** Whether a record is its kiosk's. */
export type CheckSignature = (record: KioskRecord, key: KeyObject) => boolean | Promise<boolean>;

/** 0.11 ms of this thread. */
export const checkHere: CheckSignature = (record, key) =>
  verify(null, signedBytes(record), key, Buffer.from(record.signature, 'base64url'));

/** The same time of another thread, so that both cores work; handing it over and waking up again takes as long for a single one. */
export const checkElsewhere: CheckSignature = (record, key) =>
  new Promise((resolve) => {
    verify(null, signedBytes(record), key, Buffer.from(record.signature, 'base64url'), (error, isValid) => {
      resolve(error === null && isValid);
    });
  });

/** @param publicKey Ed25519, 32 bytes, base64url */
export function readPublicKey(publicKey: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
}

/** Keys of so many kiosks are kept ready. */
const rememberedKeys = 500;

/** Reads each key once: 0.1 ms. */
export function rememberKeys(): (publicKey: string) => KeyObject {
  const keys = new Map<string, KeyObject>();
  return (publicKey) => {
    const key = keys.get(publicKey) ?? readPublicKey(publicKey);
    if (keys.size >= rememberedKeys) keys.clear();
    keys.set(publicKey, key);
    return key;
  };
}
