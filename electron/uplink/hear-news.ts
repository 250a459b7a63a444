import { createParser } from 'eventsource-parser';
import { newsEvent } from '../../domain/protocol/feed.ts';
import { ordersEvent } from '../../domain/protocol/kiosk-report.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { HubClient, HubFailure } from './hub-client.ts';

/** Milliseconds: the hub says something every 15 s, if only a comment. */
const silence = 40_000;

export interface NewsParts {
  readonly client: Pick<HubClient, 'listen'>;
  readonly onNews: () => void;
  /** Staff ask something of this kiosk. */
  readonly onOrders: () => void;
  readonly longestSilence?: number;
}

/** Listens until the hub ends it or says nothing for too long, as a half-open connection does; it is a failure only when it did not begin. */
export function createNewsListener({ client, onNews, onOrders, longestSilence = silence }: NewsParts) {
  const parser = createParser({
    onEvent: ({ event }) => {
      if (event === newsEvent) onNews();
      if (event === ordersEvent) onOrders();
    },
  });
  return async function hearNews(signal: AbortSignal): Promise<Result<void, HubFailure>> {
    const quiet = new AbortController();
    const abort = () => {
      quiet.abort();
    };
    let hasBegun = false;
    let timer = setTimeout(abort, longestSilence);
    try {
      const stream = await client.listen('/v1/news', AbortSignal.any([signal, quiet.signal]));
      if (!stream.ok) return stream;
      hasBegun = true;
      // What came before the line was open.
      onNews();
      onOrders();
      const decoder = new TextDecoder();
      for await (const bytes of stream.value) {
        clearTimeout(timer);
        timer = setTimeout(abort, longestSilence);
        parser.feed(decoder.decode(bytes, { stream: true }));
      }
      return ok();
    } catch {
      return hasBegun ? ok() : err({ word: null });
    } finally {
      clearTimeout(timer);
      parser.reset();
    }
  };
}
