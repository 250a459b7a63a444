import type { PageStandIn } from './stand-in-window.ts';

export interface Caller {
  readonly sender: PageStandIn;
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

type Listener = (caller: Caller, ...input: unknown[]) => unknown;

/** Both ends of `ipcMain.handle` and `ipcRenderer.invoke`. Values are cloned on both ways, so that what the real one refuses fails. */
export function createIpcPair() {
  const listeners = new Map<string, Listener>();
  return {
    ipcMain: {
      handle(channel: string, listener: Listener) {
        if (listeners.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
        listeners.set(channel, listener);
      },
    },
    async invoke(caller: Caller, channel: string, ...input: unknown[]): Promise<unknown> {
      const sent = structuredClone(input);
      const listener = listeners.get(channel);
      if (listener === undefined) throw new Error(`No handler registered for '${channel}'`);
      try {
        return structuredClone(await listener(caller, ...sent));
      } catch (error) {
        throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
      }
    },
  };
}
