import { mkdirSync } from 'node:fs';
import { err, ok, type Result } from '../domain/result.ts';
import type { StartFailure } from './start-failure.ts';

/** For this user only: what lies in it is sealed, but the kiosk's key is there too. */
export function makeDataFolder(folder: string): Result<void, StartFailure> {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return ok();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The data folder ${folder} cannot be made: ${reason}. Choose another with --data, or let this user write there.`;
    return err({ code: 'data-folder', message });
  }
}
