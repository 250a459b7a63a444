import { createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildDeb } from '../../../build/package/deb/build-deb.ts';
import { readEpoch } from '../../../build/package/read-epoch.ts';
import { describeRelease } from '../../../build/update/describe-release.ts';
import { readRelease, type Release } from '../../../domain/protocol/updates.ts';

export const channel = 'latest-chromium';

export interface PublishedRelease {
  readonly version: string;
  /** With the package and its signed description, as the hub's `updates add` takes it. */
  readonly folder: string;
  readonly deb: string;
  readonly release: Release;
}

/** Packs this checkout as a version, and signs it. The version goes into the host's bundle, whose parts are named by their content. */
export async function publishRelease(parts: {
  readonly version: string;
  readonly folder: string;
  readonly key: KeyObject;
}): Promise<PublishedRelease> {
  const { version, folder, key } = parts;
  const publicKey = createPublicKey(key);
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const application = { shell: 'chromium' as const, version, platform: 'linux-x64', publicKey: pem };
  const deb = await buildDeb({ application, out: folder, epoch: readEpoch() });
  await describeRelease({ folder, files: [basename(deb)], version, channel, key, at: new Date(readEpoch() * 1000) });
  const description = readFileSync(join(folder, `${channel}.yml`));
  const signature = readFileSync(join(folder, `${channel}.yml.sig`), 'utf8');
  const release = readRelease({ description, signature, channel, publicKey });
  if (!release.ok) throw new Error(`The release is ${release.reason}.`);
  return { version, folder, deb, release: release.value };
}
