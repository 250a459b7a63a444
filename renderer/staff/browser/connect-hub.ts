import { createBrowserClient, type BrowserClient } from './browser-client.ts';

/** Longer than any answer takes, so that a network that swallows everything is told from one that is slow. */
const patienceMilliseconds = 15_000;

/** A client that asks whoever served this page. */
export function connectHub(): BrowserClient {
  return createBrowserClient({
    async ask(path, { method, body }) {
      const response = await fetch(path, {
        method,
        body,
        ...(body !== null && { headers: { 'content-type': 'application/json' } }),
        cache: 'no-store',
        credentials: 'same-origin',
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMilliseconds),
      });
      const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
      return {
        status: response.status,
        body: await response.text(),
        retryAfter: Number.isFinite(retryAfter) ? retryAfter : null,
      };
    },
    now: () => performance.now(),
    every(milliseconds, action) {
      const timer = setInterval(action, milliseconds);
      return () => {
        clearInterval(timer);
      };
    },
  });
}
