import type { BridgeClient } from '../bridge.ts';
import type { Database } from './database.ts';
import { isCacheFailure, type CacheMaker } from './open-cache.ts';
import { dropErased, pullCatalogue, pullRecords } from './pull-catalogue.ts';

interface KeepCacheParts {
  readonly bridge: BridgeClient;
  readonly caches: CacheMaker;
  readonly signal: AbortSignal;
  /** Resolves after so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** The cache to read from now on; another one when the one before had to be given up. */
  readonly onDatabase: (database: Database) => void;
  /** The cache is as the host's; called again after everything new. */
  readonly onFresh: () => void;
  /** The host cannot be reached, or the cache cannot be filled. It is tried again. */
  readonly onTrouble: () => void;
}

const retryAfterMilliseconds = 3000;

/**
 * Fills the cache and keeps it as the host has it, as long as the page lives. A cache that fails is given up and filled anew; it is looked
 * at every time that the host answers, which it does after some seconds even when there is nothing new.
 */
export async function keepCache(parts: KeepCacheParts): Promise<void> {
  const { bridge, caches, signal, pause, onDatabase, onFresh, onTrouble } = parts;
  let database = await caches.open();
  let seen = 0;
  let told: number | null = null;
  let isRenewed = false;
  onDatabase(database);
  while (!signal.aborted) {
    try {
      await pullCatalogue(bridge, database);
      await mirrorRecords(bridge, database);
      isRenewed = false;
      if (told !== seen) onFresh();
      told = seen;
      ({ seen } = await bridge.awaitNews({ seen }));
    } catch (error) {
      if (isCacheFailure(error) && !isRenewed) {
        isRenewed = true;
        database = await caches.renew(database);
        onDatabase(database);
        continue;
      }
      isRenewed = false;
      told = null;
      onTrouble();
      await pause(retryAfterMilliseconds);
    }
  }
  database.close();
}

/** A journal that cannot be read keeps nobody from the screens, nor the host from its hub, which begins with the question for news. */
async function mirrorRecords(bridge: BridgeClient, database: Database): Promise<void> {
  try {
    await pullRecords(bridge, database);
    await dropErased(bridge, database);
  } catch (error) {
    if (isCacheFailure(error)) throw error;
  }
}
