import { createHash, type KeyObject } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { mostDescriptionBytes, readRelease } from '../../../domain/protocol/updates.ts';
import { err, ok, type Result } from '../../../domain/result.ts';
import { findPackage } from '../../../electron/update/fetch-release.ts';

const form = { kind: 'deb', channel: 'latest-chromium' } as const;
const description = `${form.channel}.yml`;

export interface TakenPackage {
  readonly version: string;
  /** In a folder that only root writes. */
  readonly deb: string;
}

export interface TakeCall {
  /** Where the kiosk put it, or where it was kept. */
  readonly from: string;
  readonly into: string;
  readonly publicKey: KeyObject;
}

/**
 * Copies a package with its description out of the kiosk's reach and judges the copy: what the kiosk could still change after it was looked
 * at is worth nothing. The reason is a sentence.
 */
export function takePackage({ from, into, publicKey }: TakeCall): Result<TakenPackage, string> {
  rmSync(into, { recursive: true, force: true });
  const text = readPlain(join(from, description), mostDescriptionBytes);
  const signature = readPlain(join(from, `${description}.sig`), mostDescriptionBytes);
  if (text === null) return err(`${join(from, description)} is missing or no plain file.`);
  const release = readRelease({
    ...{ description: text, signature: signature?.toString('utf8') ?? null },
    ...{ channel: form.channel, publicKey },
  });
  if (!release.ok) return err(`${join(from, description)} is not believed: ${release.reason}.`);
  const file = findPackage(release.value, form);
  if (file === null) return err(`${join(from, description)} names no .deb.`);
  mkdirSync(into, { recursive: true, mode: 0o700 });
  const deb = join(into, file.url);
  if (copyPlain(join(from, file.url), { to: deb, size: file.size }) !== file.sha512) {
    rmSync(into, { recursive: true, force: true });
    return err(`${join(from, file.url)} is not what its description says.`);
  }
  writeFileSync(join(into, description), text);
  writeFileSync(join(into, `${description}.sig`), signature ?? '');
  return ok({ version: release.value.version, deb });
}

/** Neither a link nor a pipe that nobody writes to may stop or mislead a program of root's. */
function openPlain(path: string): number | null {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    if (fstatSync(file).isFile()) return file;
    closeSync(file);
    return null;
  } catch {
    return null;
  }
}

function readPlain(path: string, most: number): Buffer | null {
  const file = openPlain(path);
  if (file === null) return null;
  try {
    const buffer = Buffer.alloc(most + 1);
    const size = readSync(file, buffer, 0, buffer.length, 0);
    return size > most ? null : buffer.subarray(0, size);
  } finally {
    closeSync(file);
  }
}

/** @returns the SHA-512 of the copy, base64; null when it is not of this size */
function copyPlain(path: string, { to, size }: { to: string; size: number }): string | null {
  const file = openPlain(path);
  if (file === null) return null;
  const copy = openSync(to, 'wx', 0o600);
  const hash = createHash('sha512');
  const chunk = Buffer.alloc(1 << 20);
  let copied = 0;
  try {
    for (let read = readSync(file, chunk); read > 0 && copied <= size; read = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, read));
      writeSync(copy, chunk, 0, read);
      copied += read;
    }
  } finally {
    closeSync(file);
    closeSync(copy);
  }
  return copied === size ? hash.digest('base64') : null;
}
