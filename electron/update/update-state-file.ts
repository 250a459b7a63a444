import { existsSync, readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { writeWhole } from '../files/write-whole.ts';
import { newState, updateStateSchema, type UpdateState } from './update-state.ts';

export interface UpdateStateFile {
  read(): UpdateState;
  /** @throws what the disk says */
  write(state: UpdateState): void;
}

/**
 * One that cannot be read counts as new: what is lost is which versions were seen and bad, and the running version is still the least that is
 * taken.
 */
export function openUpdateState(path: string, logger: Pick<Logger, 'warn'>): UpdateStateFile {
  return {
    read() {
      if (!existsSync(path)) return newState;
      try {
        return updateStateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
      } catch {
        logger.warn('what was known of updates cannot be read and begins anew');
        return newState;
      }
    },
    write(state) {
      writeWhole(path, `${JSON.stringify(state, null, 2)}\n`);
    },
  };
}
