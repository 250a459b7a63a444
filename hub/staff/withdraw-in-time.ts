import type { Logger } from 'pino';
import type { Store } from '../store/store.ts';

/** Milliseconds. An announcement stays up for minutes. */
const lookEvery = 5000;

/** Takes announcements back when their minutes are over, those from before a restart, too. Returns how to stop. */
export function withdrawInTime({ store, logger }: { store: Store; logger: Logger }): () => void {
  let isLooking = false;
  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    const ended = await store.desk.withdrawEnded();
    isLooking = false;
    if (ended.ok && ended.value > 0) logger.info({ announcements: ended.value }, 'announcements are over');
  }
  void look();
  const timer = setInterval(() => void look(), lookEvery);
  return () => {
    clearInterval(timer);
  };
}
