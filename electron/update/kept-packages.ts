import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { versionSchema } from '../../domain/protocol/update-report.ts';
import { linkOrCopy, type BasePackage } from './fetch-release.ts';
import type { SignedDescription } from './read-offer.ts';

/** A package that is kept, with the description that vouches for it. */
export interface KeptPackage extends BasePackage {
  readonly version: string;
  /** Path of the description; its signature lies beside it. */
  readonly description: string;
}

/** Packages of the running version and of the one before: what new ones are compared with, and the way back. */
export interface KeptPackages {
  find(version: string): KeptPackage | null;
  /** Takes a package that was fetched and checked. */
  keep(version: string, kept: BasePackage & { readonly signed: SignedDescription }): KeptPackage;
  /** Lets go of all others. */
  keepOnly(versions: readonly string[]): void;
}

export function openKeptPackages(folder: string): KeptPackages {
  const find = (version: string): KeptPackage | null => {
    const place = join(folder, version);
    const names = existsSync(place) ? readdirSync(place) : [];
    const description = names.find((name) => name.endsWith('.yml'));
    const file = names.find((name) => !/\.(?:yml|sig|blockmap)$/u.test(name));
    if (description === undefined || file === undefined) return null;
    const blockMap = names.find((name) => name.endsWith('.blockmap'));
    return {
      version,
      file: join(place, file),
      blockMap: blockMap === undefined ? null : join(place, blockMap),
      description: join(place, description),
    };
  };
  return {
    find,
    keep(version, { file, blockMap, signed }) {
      const part = join(folder, `.${version}.part`);
      rmSync(part, { recursive: true, force: true });
      mkdirSync(part, { recursive: true, mode: 0o700 });
      linkOrCopy(file, join(part, basename(file)));
      if (blockMap !== null) linkOrCopy(blockMap, join(part, `${basename(file)}.blockmap`));
      writeFileSync(join(part, `${signed.channel}.yml`), signed.description);
      writeFileSync(join(part, `${signed.channel}.yml.sig`), signed.signature);
      rmSync(join(folder, version), { recursive: true, force: true });
      renameSync(part, join(folder, version));
      const kept = find(version);
      if (kept === null) throw new Error('the package was not kept');
      return kept;
    },
    keepOnly(versions) {
      const names = existsSync(folder) ? readdirSync(folder) : [];
      for (const name of names) {
        const isOther = versionSchema.safeParse(name).success && !versions.includes(name);
        if (isOther) rmSync(join(folder, name), { recursive: true, force: true });
      }
    },
  };
}

/** Of a package that is kept, as it was signed. */
export function readKeptDescription({ description }: KeptPackage): { description: Buffer; signature: string } {
  return { description: readFileSync(description), signature: readFileSync(`${description}.sig`, 'utf8') };
}
