import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../domain/result.ts';

/** An event of 3,000 jobs in three languages has 12 MB; beyond this somebody chose the wrong folder. */
const maximumBytes = 256 * 1024 * 1024;

/**
 * The files that lie in the folder itself, by name, for `checkPack`. Hidden files are no part of a pack.
 * The reason is a sentence that says what to do.
 */
export function readPackFolder(folder: string): Result<ReadonlyMap<string, Uint8Array>, string> {
  try {
    const names = readdirSync(folder).filter((name) => !name.startsWith('.') && isFile(join(folder, name)));
    const total = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    if (total > maximumBytes) {
      return err(
        `The folder ${folder} holds more than 256 MB. Name the folder of an event pack, the one with event.json.`,
      );
    }
    return ok(new Map(names.toSorted().map((name) => [name, readFileSync(join(folder, name))])));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(
      `The folder ${folder} cannot be read: ${reason}. Name the folder of an event pack, the one with event.json.`,
    );
  }
}

function isFile(path: string): boolean {
  return statSync(path).isFile();
}
