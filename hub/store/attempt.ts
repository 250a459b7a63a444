import type { Logger } from 'pino';
import { err, ok, type Result } from '../../domain/result.ts';

/**
 * Runs work on the database; what it throws becomes `storage-failed`. Only the error's name, code and place are logged: PostgreSQL quotes
 * values in its messages.
 */
export type Attempt = <Value>(work: () => Promise<Value>) => Promise<Result<Value, 'storage-failed'>>;

export function createAttempt(logger: Logger): Attempt {
  return async (work) => {
    try {
      return ok(await work());
    } catch (error) {
      logger.error(describeError(error), 'the hub’s database failed');
      return err('storage-failed');
    }
  };
}

/** The same for work that has reasons of its own. */
export async function attemptResult<Value, Reason>(
  attempt: Attempt,
  work: () => Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | 'storage-failed'>> {
  const done = await attempt(work);
  return done.ok ? done.value : done;
}

function describeError(error: unknown) {
  if (!(error instanceof Error)) return {};
  const [, place] = /\n\s+(at .*)/.exec(error.stack ?? '') ?? [];
  return { name: error.name, code: 'code' in error ? String(error.code) : undefined, place };
}
