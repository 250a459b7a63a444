import type { ConnectOverCDPTransport } from 'playwright-core';
import { z } from 'zod';

const commandSchema = z.object({ id: z.number(), method: z.string(), sessionId: z.string().optional() });

/**
 * Playwright's way to a browser's DevTools, but for what the page fetches: the browser is never asked to tell it. Each sheet is drawn
 * from images of some megabytes in `data:` addresses; a browser that tells them keeps them (600 MB after 950 visitors) and repeats
 * every address in full (a third of the work of a soak), which no kiosk does.
 *
 * @param endpoint `ws://…/devtools/browser/…`
 */
export async function openQuietTransport(endpoint: string): Promise<ConnectOverCDPTransport> {
  const socket = new WebSocket(endpoint);
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => {
      resolve();
    };
    socket.onerror = () => {
      reject(new Error(`Nothing answers at ${endpoint}`));
    };
  });
  const transport: ConnectOverCDPTransport = {
    send(message) {
      const { id, method, sessionId } = commandSchema.parse(message);
      if (method !== 'Network.enable') socket.send(JSON.stringify(message));
      // Later, as every answer.
      else
        queueMicrotask(() => transport.onmessage?.({ id, result: {}, ...(sessionId !== undefined && { sessionId }) }));
    },
    close() {
      socket.close();
    },
  };
  socket.onmessage = ({ data }) => transport.onmessage?.(JSON.parse(String(data)) as object);
  socket.onclose = () => transport.onclose?.();
  return transport;
}
