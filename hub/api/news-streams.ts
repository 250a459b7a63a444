import type { ServerResponse } from 'node:http';
import { newsEvent } from '../../domain/protocol/feed.ts';
import { ordersEvent } from '../../domain/protocol/kiosk-report.ts';

/** Bytes that wait for a kiosk which does not read; then it is let go and comes back when it can. */
const mostWaiting = 64 * 1024;

/** The open answers to GET /v1/news (WHATWG HTML, server-sent events). */
export interface NewsStreams {
  /** Takes a response over until either side ends it. It begins with an event, because the kiosk may have missed one while it was away. */
  open(response: ServerResponse, kiosk: string, headers: Readonly<Record<string, string>>): void;
  announce(): void;
  /** Says to one kiosk that staff ask something of it. */
  tellOrders(kiosk: string): void;
  /** A comment that shows both sides that the other is there. */
  beat(): void;
  /** Names of kiosks that listen, each once. */
  kiosks(): string[];
  end(kiosk: string): void;
  endAll(): void;
  count(): number;
}

export function createNewsStreams(): NewsStreams {
  const streams = new Map<ServerResponse, string>();

  function write(response: ServerResponse, text: string): void {
    if (response.writableLength > mostWaiting) response.destroy();
    else response.write(text);
  }

  return {
    open(response, kiosk, headers) {
      streams.set(response, kiosk);
      response.on('close', () => streams.delete(response));
      response.on('error', () => response.destroy());
      response.writeHead(200, { ...headers, 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      write(response, eventText);
    },
    announce() {
      for (const response of streams.keys()) write(response, eventText);
    },
    tellOrders(kiosk) {
      for (const [response, listener] of streams) if (listener === kiosk) write(response, ordersText);
    },
    beat() {
      for (const response of streams.keys()) write(response, ':\n\n');
    },
    kiosks: () => [...new Set(streams.values())],
    end(kiosk) {
      for (const [response, listener] of streams) if (listener === kiosk) response.end();
    },
    endAll() {
      for (const response of streams.keys()) response.end();
    },
    count: () => streams.size,
  };
}

const eventText = `event: ${newsEvent}\ndata:\n\n`;
const ordersText = `event: ${ordersEvent}\ndata:\n\n`;
