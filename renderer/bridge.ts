import type { Bridge } from '../electron/bridge/bridge.ts';

/** What the renderer calls. Under both shells the same verbs, and JSON in and out. */
export type BridgeClient = Bridge;

type Call = (verb: string, input: unknown) => Promise<unknown>;

declare global {
  interface Window {
    /** Put there by Electron's preload; absent under the Chromium shell. */
    readonly foyer?: { readonly call: Call };
  }
}

/** A client whose methods are the verbs of the contract; their names are not written again here. */
export function connectBridge(call: Call = window.foyer?.call ?? callOverLoopback): BridgeClient {
  const verbs = new Proxy(
    {},
    {
      get: (_, verb) =>
        typeof verb === 'string' && verb !== 'then' ? (input: unknown) => call(verb, input) : undefined,
    },
  );
  return verbs as BridgeClient;
}

async function callOverLoopback(verb: string, input: unknown): Promise<unknown> {
  const response = await fetch(`/bridge/${verb}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    cache: 'no-store',
  });
  if (!response.ok) throw new Error(`The host refused ${verb}: ${response.status}`);
  return response.json();
}
