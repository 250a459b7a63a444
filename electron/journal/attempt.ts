import type { Logger } from 'pino';
import { err, ok, type Result } from '../../domain/result.ts';

/** `journal-failed`: the disk or the file refuses. */
export type Answer<Value> = Result<Value, 'journal-failed'>;
export type Attempt = <Value>(work: () => Value) => Answer<Value>;

/** SQLite's words and what a schema refuses name columns, never what stands in them, so the log may have them. */
export function createAttempt(logger: Logger): Attempt {
  return (work) => {
    try {
      return ok(work());
    } catch (error) {
      logger.error({ err: error }, 'the journal failed');
      return err('journal-failed');
    }
  };
}
