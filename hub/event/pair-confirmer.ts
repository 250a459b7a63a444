import type { Logger } from 'pino';
import type { Store } from '../store/store.ts';
import type { Vault } from './vault.ts';

/** A burst of batches is looked at once. Milliseconds. */
const pause = 1000;

/** Looks at possible duplicates soon after records came, while the event's key is there; one look at a time. */
export function createPairConfirmer({ store, vault, logger }: { store: Store; vault: Vault; logger: Logger }) {
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;

  async function look(): Promise<void> {
    const event = await store.feed.event();
    if (!event.ok || event.value === null) return;
    const { country } = event.value;
    const decided = await store.people.confirmPairs({ open: (record) => vault.open(record), country });
    if (!decided.ok) logger.warn('possible duplicates could not be looked at');
    else if (decided.value.confirmed + decided.value.dismissed > 0) logger.info(decided.value, 'possible duplicates');
  }

  function ring(): void {
    if (!vault.isUnlocked) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      if (isLooking) {
        ring();
        return;
      }
      isLooking = true;
      void look().finally(() => {
        isLooking = false;
      });
    }, pause);
  }

  return {
    ring,
    stop: () => {
      clearTimeout(timer);
    },
  };
}
