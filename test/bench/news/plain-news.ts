import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createParser } from 'eventsource-parser';
import { fetch } from 'undici';

export interface PlainNews {
  /** Milliseconds from the change until the listener has parsed what changed. */
  timeChange(row: unknown): Promise<number>;
  close(): Promise<void>;
}

/** The least that a push can be: an event on an open stream, and the row fetched on it. No TLS, no signature, no disk. */
export async function startPlainNews(): Promise<PlainNews> {
  let row: unknown = null;
  let stream: ServerResponse | undefined;
  const server = createServer((request, response) => {
    if (request.url === '/news') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
      stream = response;
    } else {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(row));
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let heard: () => void = () => undefined;
  const parser = createParser({
    onEvent: () => {
      heard();
    },
  });
  const news = await fetch(`${address}/news`);
  const decoder = new TextDecoder();
  const listening = (async () => {
    for await (const bytes of (news.body ?? []) as AsyncIterable<Uint8Array>)
      parser.feed(decoder.decode(bytes, { stream: true }));
  })().catch(() => undefined);
  return {
    async timeChange(changed) {
      const { promise, resolve } = Promise.withResolvers<undefined>();
      heard = () => {
        resolve(undefined);
      };
      const began = performance.now();
      row = changed;
      stream?.write('event: news\ndata:\n\n');
      await promise;
      await (await fetch(`${address}/row`)).json();
      return performance.now() - began;
    },
    async close() {
      stream?.end();
      await listening;
      server.closeAllConnections();
      server.close();
    },
  };
}
