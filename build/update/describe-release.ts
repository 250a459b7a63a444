import { createHash, sign, type KeyObject } from 'node:crypto';
import { createReadStream, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildBlockMap } from 'app-builder-lib/out/targets/blockmap/blockmap.js';
import { dump, load } from 'js-yaml';
import { z } from 'zod';
import { updateChannels, type UpdateChannel } from '../../domain/protocol/updates.ts';
import { journalVersion } from '../../electron/journal/schema.ts';

export interface ReleaseParts {
  /** Where the packages lie, and their description will. */
  readonly folder: string;
  /** Ed25519, the private half. */
  readonly key: KeyObject;
  /** Of the journal that this release writes; of this Foyer otherwise. */
  readonly journalSchema?: number;
}

/**
 * Describes packages as electron-builder does, for those that it did not make: `latest-chromium.yml`, its signature, and a block map beside
 * each package, by which a kiosk fetches only what has changed.
 */
export async function describeRelease({
  files,
  version,
  channel,
  at,
  ...parts
}: ReleaseParts & {
  /** Names of packages in the folder. */
  readonly files: readonly string[];
  readonly version: string;
  readonly channel: UpdateChannel;
  readonly at: Date;
}): Promise<void> {
  const described = [];
  for (const name of files) {
    const file = join(parts.folder, name);
    await buildBlockMap(file, 'gzip', `${file}.blockmap`);
    described.push({ url: basename(name), sha512: await digest(file), size: statSync(file).size });
  }
  const [first] = described;
  const description = {
    version,
    files: described,
    path: first?.url,
    sha512: first?.sha512,
    releaseDate: at.toISOString(),
  };
  writeFileSync(join(parts.folder, `${channel}.yml`), dump(description, { lineWidth: 8000 }));
  signDescriptions({ ...parts, channels: [channel] });
}

const described = z.looseObject({ version: z.string(), files: z.array(z.unknown()) });

/** Adds to each `latest*.yml` in a folder what Foyer's kiosks ask of it, and signs it. @returns the names of those that it signed */
export function signDescriptions({
  folder,
  key,
  journalSchema = journalVersion,
  channels = updateChannels,
}: ReleaseParts & {
  /** Those alone. */
  readonly channels?: readonly UpdateChannel[];
}): string[] {
  return channels
    .filter((channel) => existsSync(join(folder, `${channel}.yml`)))
    .map((channel) => {
      const file = join(folder, `${channel}.yml`);
      const description = described.parse(load(readFileSync(file, 'utf8')));
      const text = dump({ ...description, foyer: { channel, journalSchema } }, { lineWidth: 8000 });
      writeFileSync(file, text);
      writeFileSync(`${file}.sig`, `${sign(null, Buffer.from(text), key).toString('base64')}\n`);
      return basename(file);
    });
}

async function digest(file: string): Promise<string> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('base64');
}
