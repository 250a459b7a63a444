import { err, type Result } from '../../../domain/result.ts';

/** Gives up on a promise after a time. */
export async function within<Value, Reason>(
  milliseconds: number,
  promise: Promise<Result<Value, Reason>>,
): Promise<Result<Value, Reason | 'silent'>> {
  const { promise: late, resolve } = Promise.withResolvers<Result<never, 'silent'>>();
  const timer = setTimeout(() => {
    resolve(err('silent'));
  }, milliseconds);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
