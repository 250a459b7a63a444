import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import {
  compareVersions,
  releaseSchema,
  updateChannels,
  updateFileSchema,
  type Release,
  type UpdateChannel,
} from '../../domain/protocol/updates.ts';
import { versionSchema } from '../../domain/protocol/update-report.ts';
import { err, ok, type Result } from '../../domain/result.ts';

export interface KeptRelease {
  readonly version: string;
  readonly channels: readonly UpdateChannel[];
  readonly bytes: number;
  /** No kiosk is offered it any more; one that runs it can still fetch it, to be able to come back to it. */
  readonly isWithdrawn: boolean;
}

/** Releases that the hub hands to its kiosks, a folder for each version. */
export interface UpdateFolder {
  /** The newest first. */
  list(): KeptRelease[];
  /** Takes a copy of a folder with descriptions, signatures and packages. The reason is a sentence. */
  add(folder: string): Promise<Result<KeptRelease, string>>;
  withdraw(version: string): boolean;
  /** @param path as kiosks ask: `latest.yml` of the newest, or `0.2.0/FILE`. @returns below the folder; null when there is none */
  find(path: string): string | null;
}

/** In the folder of a version that was withdrawn. No kiosk asks for a name that begins with a dot. */
const withdrawn = '.withdrawn';

/**
 * The signature is not checked here but by each kiosk, with the key that it was packed with: a hub that was broken into could be made to believe
 * anything. Only what may be a mistake of whoever copied the files is found here: one that is missing, or was cut short.
 */
export function openUpdateFolder(root: string): UpdateFolder {
  const versions = (): string[] => {
    const names = existsSync(root) ? readdirSync(root) : [];
    return names.filter((name) => versionSchema.safeParse(name).success).sort((a, b) => compareVersions(b, a));
  };
  const isWithdrawn = (version: string) => existsSync(join(root, version, withdrawn));
  const describe = (version: string): KeptRelease => {
    const files = readdirSync(join(root, version));
    return {
      version,
      channels: updateChannels.filter((channel) => files.includes(`${channel}.yml`)),
      bytes: files.reduce((sum, name) => sum + statSync(join(root, version, name)).size, 0),
      isWithdrawn: isWithdrawn(version),
    };
  };

  return {
    list: () => versions().map(describe),
    async add(folder) {
      const read = readDescriptions(folder);
      if (!read.ok) return read;
      const { version, releases } = read.value;
      const names = new Set<string>();
      for (const [channel, release] of releases) {
        for (const name of [`${channel}.yml`, `${channel}.yml.sig`]) names.add(name);
        for (const { url, sha512 } of release.files) {
          if ((await digest(join(folder, url))) !== sha512) {
            return err(`${join(folder, url)} is missing or is not what ${channel}.yml says. Copy the folder again.`);
          }
          names.add(url);
          if (existsSync(join(folder, `${url}.blockmap`))) names.add(`${url}.blockmap`);
        }
      }
      // Beside it first: kiosks see a release whole or not at all.
      const part = join(root, `.${version}.part`);
      rmSync(part, { recursive: true, force: true });
      mkdirSync(part, { recursive: true, mode: 0o700 });
      for (const name of names) await copyFile(join(folder, name), join(part, name));
      rmSync(join(root, version), { recursive: true, force: true });
      renameSync(part, join(root, version));
      return ok(describe(version));
    },
    withdraw(version) {
      if (!versions().includes(version)) return false;
      writeFileSync(join(root, version, withdrawn), '');
      return true;
    },
    find(path) {
      const [, version, file = ''] = /^(?:([^/]+)\/)?([^/]+)$/.exec(path) ?? [];
      if (!updateFileSchema.safeParse(file).success) return null;
      const among =
        version === undefined
          ? versions().filter((each) => !isWithdrawn(each))
          : versions().filter((each) => each === version);
      const found = among.find((each) => existsSync(join(root, each, file)));
      return found === undefined ? null : `${found}/${file}`;
    },
  };
}

function readDescriptions(folder: string): Result<{ version: string; releases: Map<UpdateChannel, Release> }, string> {
  const releases = new Map<UpdateChannel, Release>();
  for (const channel of updateChannels) {
    const place = join(folder, `${channel}.yml`);
    if (!existsSync(place)) continue;
    const release = releaseSchema.safeParse(readYaml(place));
    if (!release.success) return err(`${place} is no description of a Foyer release.`);
    if (!existsSync(`${place}.sig`))
      return err(`${place} is not signed: ${channel}.yml.sig is missing, so no kiosk would take it.`);
    releases.set(channel, release.data);
  }
  const [version, ...others] = new Set([...releases.values()].map((release) => release.version));
  if (version === undefined)
    return err(`${folder} holds no release: there is no latest.yml, latest-linux.yml or latest-chromium.yml.`);
  if (others.length > 0) return err(`${folder} holds several versions. Add the folder of each.`);
  return ok({ version, releases });
}

function readYaml(place: string): unknown {
  try {
    return load(readFileSync(place, 'utf8'), { schema: CORE_SCHEMA });
  } catch {
    return undefined;
  }
}

async function digest(file: string): Promise<string | null> {
  const hash = createHash('sha512');
  try {
    for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  } catch {
    return null;
  }
  return hash.digest('base64');
}
