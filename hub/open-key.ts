import { readFileSync } from 'node:fs';
import { checkCatalogue } from '../domain/pack/check-pack.ts';
import { openEventKeyBytes, toEventPublicKey } from '../domain/sealing/event-key.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Config } from './config/read-config.ts';
import { readPackFolder } from './event/read-pack-folder.ts';

/** The event's key that the options name, 32 bytes; null when they name none. The reason is a sentence. */
export async function openGivenKey({ key, passphrase, event }: Config): Promise<Result<Uint8Array | null, string>> {
  if (key === undefined || passphrase === null) return ok(null);
  let file: unknown;
  try {
    file = JSON.parse(readFileSync(key, 'utf8'));
  } catch (error) {
    return err(`The event’s key ${key} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const privateKey = await openEventKeyBytes(file, passphrase);
  if (!privateKey.ok) return err(`The event’s key ${key}: ${keyFaultWords[privateKey.reason]}`);
  // An identity from the wrong event's key would stay for good.
  const sealingKey = event === undefined ? undefined : await readSealingKeyOf(event);
  if (sealingKey !== undefined && sealingKey !== toEventPublicKey(privateKey.value)) {
    return err(
      `The event’s key ${key} is not the key of the event in ${event ?? ''}. Name the file that belongs to its sealingKey.`,
    );
  }
  return privateKey;
}

export const keyFaultWords = {
  'not-an-event-key': 'this is no event key. Name the file that `npm run event -- key` wrote.',
  'wrong-passphrase': 'the passphrase does not open it.',
};

async function readSealingKeyOf(pack: string): Promise<string | undefined> {
  const files = readPackFolder(pack);
  return files.ok ? (await checkCatalogue(files.value)).catalogue?.event.sealingKey : undefined;
}
