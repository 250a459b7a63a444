import { readFileSync } from 'node:fs';
import type { PrinterProfile } from '../../../domain/printer-profile.ts';
import { err, ok, type Result } from '../../../domain/result.ts';
import { profileListSchema, shippedProfiles } from './known-profiles.ts';

/**
 * The shipped profiles and those of a technician's own file, which may also replace one of the shipped by its id.
 * @param path of a JSON file with a list of profiles
 * @returns otherwise words for the technician
 */
export function readProfiles(path: string | undefined): Result<readonly PrinterProfile[], string> {
  if (path === undefined) return ok(shippedProfiles);
  const content = readJson(path);
  if (!content.ok) return content;
  const own = profileListSchema.safeParse(content.value);
  if (!own.success) {
    const [issue] = own.error.issues;
    const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
    return err(
      `${path}${place}: ${issue?.message ?? 'is no list of profiles'}. Write a list as the one of the shipped models.`,
    );
  }
  const ids = new Set(own.data.map(({ id }) => id));
  return ok([...own.data, ...shippedProfiles.filter(({ id }) => !ids.has(id))]);
}

function readJson(path: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'no JSON';
    return err(`${path} cannot be read (${reason}). Write the path of a JSON file.`);
  }
}
