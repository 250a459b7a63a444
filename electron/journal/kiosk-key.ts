import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { err, ok, type Result } from '../../domain/result.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { StartFailure } from '../start-failure.ts';

/**
 * The Ed25519 key with which this kiosk signs its records, made at the first start. A key that cannot be read is not replaced: the
 * records signed with it would no longer be this kiosk's.
 */
export function openKioskKey(path: string): Result<KeyObject, StartFailure> {
  try {
    if (!existsSync(path)) createKioskKey(path);
    const key = createPrivateKey(readFileSync(path));
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('it is not an Ed25519 key');
    return ok(key);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = [
      `The kiosk’s key ${path} cannot be used: ${reason}.`,
      'Check that this user may read and write there. If the file is damaged, put it back from a copy, or move the whole data',
      'folder to a safe place for the organiser and start with another one (--data).',
    ].join('\n');
    return err({ code: 'kiosk-key', message });
  }
}

function createKioskKey(path: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  writeWhole(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}
