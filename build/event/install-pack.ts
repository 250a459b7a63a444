import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listNames } from '../../domain/pack/pack-files.ts';
import { readFileMapping } from '../../domain/pack/read-event.ts';

/**
 * Puts a checked pack into `<data>/event`, whole or not at all: the files are written and flushed beside it, then the folders change names.
 * Only files that a kiosk may have are copied, so that neither the list of attendees nor a private key in the same folder gets onto it.
 * @returns the folder
 */
export function installPack(files: ReadonlyMap<string, Uint8Array>, data: string): string {
  const folder = join(data, 'event');
  const coming = `${folder}.coming`;
  const previous = `${folder}.previous`;
  mkdirSync(data, { recursive: true });
  // The power failed between the two renames below.
  if (!existsSync(folder) && existsSync(previous)) renameSync(previous, folder);
  for (const left of [coming, previous]) rmSync(left, { recursive: true, force: true });
  mkdirSync(coming);
  const mapping = readFileMapping(files.get('event.json'));
  for (const name of ['event.json', ...listNames([...files.keys()], mapping, 'kiosk')]) {
    mkdirSync(join(coming, dirname(name)), { recursive: true });
    writeFileSync(join(coming, name), files.get(name) ?? new Uint8Array(), { flush: true });
  }
  if (existsSync(folder)) renameSync(folder, previous);
  renameSync(coming, folder);
  flushFolder(data);
  rmSync(previous, { recursive: true, force: true });
  return folder;
}

/** Makes the renames last through a power cut. Windows flushes them itself and opens no folder. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
