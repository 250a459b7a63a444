import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CancellationToken } from 'builder-util-runtime';
import type { Release } from '../../domain/protocol/updates.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { createUpdater, type UpdaterParts } from './create-updater.ts';
import { debBase } from './deb-updater.ts';
import { packageEndings, type PackageForm } from './package-form.ts';

/** A package and its block map, where it was kept; null for what is not there. */
export interface BasePackage {
  readonly file: string;
  readonly blockMap: string | null;
}

export interface FetchParts extends UpdaterParts {
  /** Package of the running version, which a new one is compared with. */
  readonly base: BasePackage | null;
  /** A fetch that is given up. */
  readonly signal: AbortSignal;
}

/** Names of electron-updater's own, in the folder that it is given. */
const placeOfBase = { nsis: 'installer.exe', deb: debBase } as const;
const placeOfBlockMap = 'current.blockmap';

/**
 * Fetches the package of a release, only what has changed of it where it can, and checks it against the description's SHA-512.
 * @returns the path of the package, below `folder`
 */
export async function fetchRelease(parts: FetchParts): Promise<Result<FetchedPackage, 'unreachable' | 'wrong-file'>> {
  const { form, folder, release, signal, logger } = parts;
  if (findPackage(release, form) === null) return err('wrong-file');
  const updater = createUpdater(parts);
  placeBase(parts);
  const token = new CancellationToken();
  const stop = () => {
    token.cancel();
  };
  signal.addEventListener('abort', stop, { once: true });
  let failure: unknown = null;
  updater.on('error', (error) => {
    failure ??= error;
  });
  try {
    await updater.checkForUpdates();
    const [file] = await updater.downloadUpdate(token);
    if (file === undefined) return err('wrong-file');
    const blockMap = join(folder, 'pending', placeOfBlockMap);
    return ok({ file, blockMap: existsSync(blockMap) ? blockMap : null });
  } catch (error) {
    failure ??= error;
    const isWrong = readCode(failure) === 'ERR_CHECKSUM_MISMATCH';
    logger.warn(
      { version: release.version, code: readCode(failure) },
      isWrong ? 'the package is not what its description says' : 'the package could not be fetched',
    );
    return err(isWrong ? 'wrong-file' : 'unreachable');
  } finally {
    signal.removeEventListener('abort', stop);
    // It describes what was fetched, and not what the next is compared with.
    rmSync(join(folder, placeOfBlockMap), { force: true });
  }
}

export type FetchedPackage = BasePackage;

/** The file of a release that this form is installed from. */
export function findPackage(release: Release, { kind }: PackageForm): Release['files'][number] | null {
  return release.files.find(({ url }) => url.endsWith(packageEndings[kind])) ?? null;
}

function placeBase({ form, folder, base }: FetchParts): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  rmSync(join(folder, placeOfBlockMap), { force: true });
  // An AppImage is compared with itself.
  if (form.kind === 'appimage') return;
  const place = join(folder, placeOfBase[form.kind]);
  rmSync(place, { force: true });
  if (base === null) return;
  linkOrCopy(base.file, place);
  // No link: electron-updater writes the next one's over it.
  if (base.blockMap !== null) copyFileSync(base.blockMap, join(folder, placeOfBlockMap));
}

/** One disk holds both as one; between two, it is a copy. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, `${to}.part`);
    renameSync(`${to}.part`, to);
  }
}

function readCode(error: unknown): string | null {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : error instanceof Error ? error.name : null;
}

export function nameOf(file: string): string {
  return basename(file);
}
