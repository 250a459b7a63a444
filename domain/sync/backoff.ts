/** Milliseconds. */
export const firstPause = 500;
export const longestPause = 60_000;

/**
 * Full jitter (M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015): anything from nothing to the cap, which
 * doubles with each failure up to 60 s. With Retry-After the pause begins where the server says, and is spread over the same range.
 * @param failures in a row, from 1
 * @param random from 0 to below 1
 * @param retryAfter milliseconds that the server asked for
 * @returns milliseconds
 */
export function pauseBeforeRetry(options: {
  failures: number;
  random: number;
  retryAfter?: number | undefined;
}): number {
  const { failures, random, retryAfter = 0 } = options;
  const cap = Math.min(longestPause, firstPause * 2 ** (failures - 1));
  return Math.round(Math.min(retryAfter, 10 * longestPause) + random * cap);
}

/**
 * Retry-After (RFC 9110, 10.2.3) in milliseconds; undefined when there is none, or a date: a kiosk's clock may be a day off.
 */
export function parseRetryAfter(header: string | null | undefined): number | undefined {
  return header != null && /^\d{1,6}$/.test(header.trim()) ? Number(header) * 1000 : undefined;
}
