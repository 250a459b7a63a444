import { existsSync, readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';
import { lockOut } from '../../domain/staff/lock-out.ts';
import type { Cache } from '../cache/cache.ts';
import { writeWhole } from '../files/write-whole.ts';

/** Wrong PINs in a row, on the disk. */
export interface WrongPinCount {
  read(): number;
  /** Returns when it is on the disk. */
  write(count: number): Result<void, 'storage-failed'>;
}

export interface WrongPinCountParts {
  readonly path: string;
  /** The second copy, for when the file is taken away. */
  readonly copy: Pick<Cache, 'readWrongPins' | 'writeWrongPins'>;
  readonly logger: Logger;
}

const keptSchema = z.strictObject({ wrong: z.int().min(0) });

/**
 * The count in a file of its own and in the cache; the higher of the two holds. The file is written whole, so one that cannot be read was
 * changed by somebody, and counts as locked. Whoever can take both away is at the disk, has the hashes as well and needs no screen to guess:
 * against them only new PINs help.
 */
export function createWrongPinCount({ path, copy, logger }: WrongPinCountParts): WrongPinCount {
  function readFile(): number {
    if (!existsSync(path)) return 0;
    try {
      return keptSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).wrong;
    } catch {
      logger.warn('the count of wrong PINs cannot be read; staff mode is locked');
      return lockOut.lockedAt;
    }
  }

  return {
    read: () => Math.max(readFile(), copy.readWrongPins()),
    write(count) {
      try {
        writeWhole(path, `${JSON.stringify({ wrong: count })}\n`);
        copy.writeWrongPins(count);
        return ok();
      } catch (error) {
        logger.error({ err: error }, 'the count of wrong PINs could not be kept');
        return err('storage-failed');
      }
    },
  };
}
