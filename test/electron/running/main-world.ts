export interface WorldNames {
  /** What the isolated world sends to the host by. */
  readonly binding: string;
  /** What the host answers the isolated world by. */
  readonly reply: string;
  /** Events by which the two worlds find each other, once, before the page's scripts run. */
  readonly ask: string;
  readonly tell: string;
}

export type ExposedApi =
  | { readonly kind: 'function' }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, ExposedApi>> };

/**
 * Runs in the page's own world, by its source: so it must use nothing but what is inside it. What was exposed stands on `window` frozen;
 * its functions answer with promises.
 */
export function exposeApis(names: WorldNames): void {
  const { port1: port, port2 } = new MessageChannel();
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;
  let told: ExposedApi = { kind: 'object', members: {} };
  port.onmessage = ({ data }: MessageEvent<{ id: number; value?: unknown; error?: string }>) => {
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error === undefined) call?.resolve(data.value);
    else call?.reject(new Error(data.error));
  };
  document.addEventListener(
    names.tell,
    (event) => {
      told = JSON.parse((event as CustomEvent<string>).detail) as ExposedApi;
    },
    { once: true },
  );
  document.dispatchEvent(new MessageEvent(names.ask, { ports: [port2] }));

  const build = (api: ExposedApi, path: string[]): unknown => {
    if (api.kind === 'value') return api.value;
    if (api.kind === 'object') {
      const entries = Object.entries(api.members).map(([name, member]) => [name, build(member, [...path, name])]);
      return Object.freeze(Object.fromEntries(entries));
    }
    return Object.freeze((...input: unknown[]) => {
      const call = Promise.withResolvers<unknown>();
      lastId += 1;
      port.postMessage({ id: lastId, path, input });
      waiting.set(lastId, call);
      return call.promise;
    });
  };
  for (const [name, api] of Object.entries(build(told, []) as Record<string, unknown>)) {
    Object.defineProperty(window, name, { value: api, enumerable: true });
  }
}
