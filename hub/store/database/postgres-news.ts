import pg from 'pg';
import type { Logger } from 'pino';

export const newsChannel = 'foyer_news';

/** Milliseconds. */
const pauseBeforeReconnecting = 1000;

/**
 * LISTEN on a connection of its own. When it breaks, it is made again, and listeners are told at once: something may have been missed.
 * @throws when the first connection fails
 */
export async function listenForNews({ url, logger }: { url: string; logger: Logger }) {
  const listeners = new Set<() => void>();
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const tell = () => {
    for (const listener of listeners) listener();
  };

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'foyer-hub-news' });
    next.on('notification', tell);
    next.on('error', () => undefined);
    next.on('end', () => {
      if (!isClosed && client === next) reconnect();
    });
    await next.connect();
    await next.query(`listen ${newsChannel}`);
    client = next;
    if (isClosed) await next.end();
  }

  function reconnect(): void {
    client = undefined;
    timer = setTimeout(() => {
      connect().then(tell, () => {
        logger.warn('the news of PostgreSQL cannot be heard; trying again');
        if (!isClosed) reconnect();
      });
    }, pauseBeforeReconnecting);
  }

  await connect();
  return {
    onNews: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
