import type { Logger } from 'pino';
import type { NewsStreams } from './api/news-streams.ts';
import type { Store } from './store/store.ts';

/** Three of them fit into the 15 s after which a kiosk takes a silent hub for gone. */
const beatEvery = 5000;

/**
 * Tells kiosks of news from any process, shows them that the hub is there, and ends the streams of kiosks that another process revoked.
 * Returns how to stop.
 */
export function keepStreams({ store, news, logger }: { store: Store; news: NewsStreams; logger: Logger }): () => void {
  const stopNews = store.feed.onNews(() => {
    news.announce();
  });
  const timer = setInterval(() => {
    news.beat();
    if (news.count() === 0) return;
    void store.kiosks.list().then((kiosks) => {
      if (!kiosks.ok) logger.warn('the database did not answer whether kiosks were revoked');
      else for (const { kiosk, isRevoked } of kiosks.value) if (isRevoked) news.end(kiosk);
    });
  }, beatEvery);
  return () => {
    clearInterval(timer);
    stopNews();
  };
}
