import { createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../domain/result.ts';
import { writeWhole } from '../files/write-whole.ts';
import { createIdentity, type Identity } from './identity.ts';
import { deriveIdentityKeys, generateIdentityKeys, type IdentityKeys } from './identity-keys.ts';

/** Both keys in one file, so that a power cut leaves both or none. */
const fileName = 'identity.pem';

/**
 * The identity in the data folder, made at the first start. One that cannot be read is not replaced: every kiosk would refuse the hub.
 * @param eventKey the event's private key, 32 bytes; without it a new identity is random
 * @returns the reason as a sentence
 */
export function openIdentity(data: string, eventKey: Uint8Array | null): Result<Identity, string> {
  const path = join(data, fileName);
  try {
    if (!existsSync(path)) writeWhole(path, toPem(eventKey ? deriveIdentityKeys(eventKey) : generateIdentityKeys()));
    return ok(createIdentity(fromPem(readFileSync(path, 'utf8'))));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(
      `The hub’s identity ${path} cannot be used: ${reason}. Check that this user may read and write there. If the file is damaged, put it back from a copy, or restore the hub from the event’s key with --restore and another --data folder.`,
    );
  }
}

/** Whether the identity can be had again from the event's key alone. */
export function isDerivedFrom(identity: Identity, eventKey: Uint8Array): boolean {
  return createIdentity(deriveIdentityKeys(eventKey)).hubKey === identity.hubKey;
}

function toPem({ hubKey, tlsKey }: IdentityKeys): string {
  return [hubKey, tlsKey].map((key) => key.export({ type: 'pkcs8', format: 'pem' }).toString()).join('');
}

function fromPem(text: string): IdentityKeys {
  const blocks = text.match(/-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/g) ?? [];
  const keys = blocks.map((block) => createPrivateKey(block));
  const hubKey = keys.find(({ asymmetricKeyType }) => asymmetricKeyType === 'ed25519');
  const tlsKey = keys.find(({ asymmetricKeyType }) => asymmetricKeyType === 'ec');
  if (hubKey === undefined || tlsKey === undefined) throw new Error('it does not hold both keys');
  return { hubKey, tlsKey };
}
