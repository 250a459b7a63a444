import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../domain/catalogue.ts';
import { loadPack } from '../../electron/catalogue/load-pack.ts';
import { openEventKey } from '../../domain/sealing/event-key.ts';
import { root } from './shells.ts';

export const samplePack = join(root, 'build', 'sample-event');

const loaded = await loadPack(samplePack);

/** What the kiosk of the tests shows. */
export function loadSampleEvent(): Catalogue {
  if (!loaded.ok) throw new Error(loaded.reason.message);
  return loaded.value;
}

/** Opens what the kiosks of the sample event seal. */
export async function openSampleKey(): Promise<CryptoKey> {
  const key = await openEventKey(JSON.parse(readFileSync(join(samplePack, 'sample-key.json'), 'utf8')), 'sample');
  if (!key.ok) throw new Error(key.reason);
  return key.value;
}
