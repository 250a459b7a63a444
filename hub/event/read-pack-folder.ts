import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openPackArchive } from '../../domain/pack/open-pack-archive.ts';
import { isPackFolder, listNames } from '../../domain/pack/pack-files.ts';
import { readFileMapping } from '../../domain/pack/read-event.ts';
import { err, ok, type Result } from '../../domain/result.ts';

/** An event of 3,000 jobs and 50,000 attendees has 25 MB. */
export const maximumPackBytes = 64 * 1024 * 1024;

const advice = 'Name the folder of an event pack, the one with event.json, or a .zip file of it.';

/**
 * The files of an event pack by name, from a folder or a .zip file; of those that the pack does not read only the names, so that the check
 * can tell of a misspelling. The reason is a sentence that says what to do.
 */
export function readPackFolder(pack: string): Result<ReadonlyMap<string, Uint8Array>, string> {
  try {
    return statSync(pack).isFile() ? readArchive(pack) : readFolder(pack);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(`The folder ${pack} cannot be read: ${reason}. ${advice}`);
  }
}

function readFolder(pack: string): Result<ReadonlyMap<string, Uint8Array>, string> {
  const names = listFiles(pack);
  const event = names.includes('event.json') ? readSmall(join(pack, 'event.json')) : undefined;
  const known = new Set(['event.json', ...listNames(names, readFileMapping(event))]);
  const read = names.filter((name) => known.has(name));
  const total = read.reduce((sum, name) => sum + statSync(join(pack, name)).size, 0);
  if (total > maximumPackBytes) return err(`The pack in ${pack} has more than 64 MB. ${advice}`);
  const open = (name: string) => (known.has(name) ? readFileSync(join(pack, name)) : new Uint8Array());
  return ok(new Map(names.map((name) => [name, open(name)])));
}

function readSmall(path: string): Uint8Array | undefined {
  return statSync(path).size > maximumPackBytes ? undefined : readFileSync(path);
}

function readArchive(pack: string): Result<ReadonlyMap<string, Uint8Array>, string> {
  if (statSync(pack).size > maximumPackBytes) return err(`The pack in ${pack} has more than 64 MB. ${advice}`);
  const files = openPackArchive(readFileSync(pack));
  return files === null ? err(`${pack} is no .zip file, damaged or too large. ${advice}`) : ok(files);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => {
      const path = join(folder, name);
      if (statSync(path).isFile()) return [name];
      if (!isPackFolder(name)) return [];
      const inner = readdirSync(path).filter((each) => !each.startsWith('.') && statSync(join(path, each)).isFile());
      return inner.map((each) => `${name}/${each}`);
    })
    .toSorted();
}
