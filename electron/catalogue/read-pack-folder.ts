import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openPackArchive } from '../../domain/pack/open-pack-archive.ts';
import { isPackFolder } from '../../domain/pack/pack-files.ts';
import { err, ok, type Result } from '../../domain/result.ts';

/** An event of 3,000 jobs in three languages has 12 MB; beyond this somebody chose the wrong folder. */
const maximumBytes = 256 * 1024 * 1024;

const advice = 'Name the folder of an event pack, the one with event.json, or a .zip file of it.';

/**
 * The files of a pack by name, for `checkPack`: those in the folder itself, and in folders in it that are called after a part of a pack; or
 * those of a .zip file. Hidden files are no part of a pack. The reason is a sentence that says what to do.
 */
export function readPackFolder(pack: string): Result<ReadonlyMap<string, Uint8Array>, string> {
  try {
    if (statSync(pack).isFile()) return readArchive(pack);
    const names = listFiles(pack);
    const total = names.reduce((sum, name) => sum + statSync(join(pack, name)).size, 0);
    if (total > maximumBytes) return err(`The folder ${pack} holds more than 256 MB. ${advice}`);
    return ok(new Map(names.map((name) => [name, readFileSync(join(pack, name))])));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(`The folder ${pack} cannot be read: ${reason}. ${advice}`);
  }
}

function readArchive(pack: string): Result<ReadonlyMap<string, Uint8Array>, string> {
  if (statSync(pack).size > maximumBytes) return err(`${pack} has more than 256 MB. ${advice}`);
  const files = openPackArchive(readFileSync(pack));
  return files === null ? err(`${pack} is no .zip file, damaged or too large. ${advice}`) : ok(files);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (statSync(path).isFile()) return [entry.name];
      if (!isPackFolder(entry.name)) return [];
      const inner = readdirSync(path).filter((name) => !name.startsWith('.') && statSync(join(path, name)).isFile());
      return inner.map((name) => `${entry.name}/${name}`);
    })
    .toSorted();
}
