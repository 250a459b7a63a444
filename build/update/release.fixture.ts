import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UpdateChannel } from '../../domain/protocol/updates.ts';
import { describeRelease } from './describe-release.ts';

export const releaseKey = generateKeyPairSync('ed25519');

/** A package, and one in which a few thousand bytes differ. */
export function makePackages(size = 600_000): { first: Buffer; second: Buffer } {
  const first = randomBytes(size);
  const second = Buffer.concat([first.subarray(0, size / 3), randomBytes(5000), first.subarray(size / 3 + 4000)]);
  return { first, second };
}

export interface MadeRelease {
  readonly folder: string;
  readonly name: string;
}

/** A release of one package, in a folder of its version below `root`. */
export async function makeRelease({
  root = mkdtempSync(join(tmpdir(), 'foyer-releases-')),
  version = '0.2.0',
  channel = 'latest-chromium',
  ending = '.deb',
  content = randomBytes(200_000),
  key = releaseKey.privateKey,
  journalSchema = 3,
}: {
  root?: string;
  version?: string;
  channel?: UpdateChannel;
  ending?: string;
  content?: Uint8Array;
  key?: KeyObject;
  journalSchema?: number;
} = {}): Promise<MadeRelease> {
  const folder = join(root, version);
  mkdirSync(folder, { recursive: true });
  const name = `foyer_${version}_amd64${ending}`;
  writeFileSync(join(folder, name), content);
  await describeRelease({ folder, files: [name], version, channel, key, journalSchema, at: new Date(0) });
  return { folder, name };
}
