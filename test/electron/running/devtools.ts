import type { Readable, Writable } from 'node:stream';

/** What Chromium sends, of which each listener knows its own method. */
export type Parameters = Readonly<Record<string, unknown>>;
type Listener = (parameters: never) => void;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Parameters;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

/** One target's end of the DevTools protocol; without a session id, the browser's. */
export interface DevTools {
  /** Rejects with Chromium's own words. */
  send<Answer = unknown>(method: string, parameters?: Parameters): Promise<Answer>;
  on(method: string, listener: Listener): void;
  /** Of a target that was attached with `flatten`. */
  session(id: string): DevTools;
}

/**
 * The protocol over `--remote-debugging-pipe`: JSON messages, each ended by a zero byte.
 * @see https://chromedevtools.github.io/devtools-protocol/
 */
export function connectDevTools({ input, output }: { input: Writable; output: Readable }): DevTools {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const listeners = new Map<string, Listener[]>();
  let lastId = 0;
  let buffered = '';

  function receive({ id, method, params = {}, result, error, sessionId = '' }: Message): void {
    if (id === undefined) {
      for (const listener of listeners.get(`${sessionId} ${method ?? ''}`) ?? []) listener(params as never);
      return;
    }
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(result);
    else call?.reject(new Error(error.message));
  }

  output.setEncoding('utf8').on('data', (chunk: string) => {
    buffered += chunk;
    for (let end = buffered.indexOf('\0'); end >= 0; end = buffered.indexOf('\0')) {
      const message = buffered.slice(0, end);
      buffered = buffered.slice(end + 1);
      receive(JSON.parse(message) as Message);
    }
  });
  output.on('close', () => {
    for (const call of waiting.values()) call.reject(new Error('Chromium has gone'));
    waiting.clear();
  });
  // Chromium may end first.
  input.on('error', () => undefined);

  const session = (sessionId: string): DevTools => ({
    send<Answer>(method: string, parameters: Parameters = {}) {
      lastId += 1;
      const call = Promise.withResolvers<unknown>();
      waiting.set(lastId, call);
      input.write(
        `${JSON.stringify({ id: lastId, method, params: parameters, ...(sessionId !== '' && { sessionId }) })}\0`,
      );
      return call.promise as Promise<Answer>;
    },
    on(method, listener) {
      const key = `${sessionId} ${method}`;
      listeners.set(key, [...(listeners.get(key) ?? []), listener]);
    },
    session,
  });
  return session('');
}
