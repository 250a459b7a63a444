import { fromText, toText } from './wire.ts';

/** What Electron tells a listener of the caller. */
export interface InvokeEvent {
  readonly sender: object;
  readonly senderFrame: object | null;
}
type Listener = (event: InvokeEvent, ...input: unknown[]) => unknown;

const listeners = new Map<string, Listener>();

export const ipcMain = {
  handle(channel: string, listener: Listener): void {
    if (listeners.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    listeners.set(channel, listener);
  },
  removeHandler(channel: string): void {
    listeners.delete(channel);
  },
};

/** @returns the reply, with errors in the words in which Electron passes them on */
export async function answerInvoke(event: InvokeEvent, text: string): Promise<string> {
  const { id, channel, input } = fromText(text) as { id: number; channel: string; input: unknown[] };
  try {
    const listener = listeners.get(channel);
    if (listener === undefined) throw new Error(`No handler registered for '${channel}'`);
    return toText({ id, value: await listener(event, ...input) });
  } catch (error) {
    return toText({ id, error: `Error invoking remote method '${channel}': ${String(error)}` });
  }
}
