import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packFileNames } from '../../domain/pack/pack-files.ts';
import { err, ok, type Result } from '../../domain/result.ts';

/** An event of 3,000 jobs and 50,000 attendees has 25 MB. */
export const maximumPackBytes = 64 * 1024 * 1024;

/**
 * The files of an event pack that lie in the folder, by name; of other files with a table's ending only the names, so that the check can
 * tell of a misspelling. The reason is a sentence that says what to do.
 */
export function readPackFolder(folder: string): Result<ReadonlyMap<string, Uint8Array>, string> {
  const advice = 'Name the folder of an event pack, the one with event.json.';
  try {
    const names = readdirSync(folder).filter((name) => !name.startsWith('.') && statSync(join(folder, name)).isFile());
    const known = names.filter((name) => packFileNames.includes(name));
    const total = known.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    if (total > maximumPackBytes) return err(`The pack in ${folder} has more than 64 MB. ${advice}`);
    const read = (name: string) => (known.includes(name) ? readFileSync(join(folder, name)) : new Uint8Array());
    return ok(new Map(names.toSorted().map((name) => [name, read(name)])));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(`The folder ${folder} cannot be read: ${reason}. ${advice}`);
  }
}
