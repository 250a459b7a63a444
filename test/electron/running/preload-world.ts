import { fromText, toText } from './wire.ts';
import type { ExposedApi, WorldNames } from './main-world.ts';

type Require = (name: string) => unknown;

interface Reply {
  readonly id: number;
  readonly error?: string;
  readonly value?: unknown;
}

/**
 * Runs in the page's isolated world, before any script of the page: the sandboxed preload script with the two modules that it may have.
 * What it exposes reaches the main world as copies over a message port, as `contextBridge` copies them.
 */
export function runPreload(
  names: WorldNames,
  preload: (require: Require, module: object, exports: object) => void,
): void {
  const world = globalThis as unknown as Record<string, unknown>;
  const sendToHost = world[names.binding] as (text: string) => void;
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const exposed = new Map<string, unknown>();
  let lastId = 0;

  const ipcRenderer = {
    async invoke(channel: string, ...input: unknown[]): Promise<unknown> {
      lastId += 1;
      const call = Promise.withResolvers<unknown>();
      const text = toText({ id: lastId, channel, input });
      waiting.set(lastId, call);
      sendToHost(text);
      return call.promise;
    },
  };
  const contextBridge = {
    exposeInMainWorld(name: string, api: unknown) {
      if (exposed.has(name)) throw new Error('Cannot bind an API on top of an existing property on the window object');
      exposed.set(name, api);
    },
  };
  // The host answers by calling this; no other world sees it.
  world[names.reply] = (text: string) => {
    const { id, error, value } = fromText(text) as Reply;
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(value);
    else call?.reject(new Error(error));
  };
  document.addEventListener(
    names.ask,
    (event) => {
      const [port] = (event as MessageEvent).ports;
      if (port !== undefined) answerMainWorld(port, exposed);
      document.dispatchEvent(
        new CustomEvent(names.tell, { detail: JSON.stringify(describe(Object.fromEntries(exposed))) }),
      );
    },
    { once: true },
  );
  const modules = { electron: { contextBridge, ipcRenderer } };
  preload(
    (name) => {
      if (name in modules) return modules[name as keyof typeof modules];
      throw new Error(`module not found: ${name}`);
    },
    { exports: {} },
    {},
  );
}

function answerMainWorld(port: MessagePort, exposed: ReadonlyMap<string, unknown>): void {
  port.onmessage = ({ data }: MessageEvent<{ id: number; path: string[]; input: unknown[] }>) => {
    const { id, path, input } = data;
    const called = path.reduce<unknown>(
      (found, name) => (found as Record<string, unknown>)[name],
      Object.fromEntries(exposed),
    );
    Promise.resolve()
      .then(() => (called as (...input: unknown[]) => unknown)(...input))
      .then(
        (value) => {
          port.postMessage({ id, value });
        },
        (error: unknown) => {
          port.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
        },
      );
  };
}

/** Functions and objects by name; other values as JSON carries them. */
function describe(value: unknown): ExposedApi {
  if (typeof value === 'function') return { kind: 'function' };
  if (typeof value !== 'object' || value === null) return { kind: 'value', value };
  return {
    kind: 'object',
    members: Object.fromEntries(Object.entries(value).map(([name, member]) => [name, describe(member)])),
  };
}
