import type { BridgeClient } from '../bridge.ts';
import type { Database } from './database.ts';
import { isCacheFailure, type CacheMaker } from './open-cache.ts';
import { pullCatalogue, pullRecords } from './pull-catalogue.ts';

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

/** Fills the cache and keeps it as the host has it, as long as the page lives. A cache that fails is given up and filled anew. */
export async function keepCache(parts: KeepCacheParts): Promise<void> {
  const { bridge, caches, signal, pause, onDatabase, onFresh, onTrouble } = parts;
  let database = await caches.open();
  let seen = 0;
  let isRenewed = false;
  onDatabase(database);
  while (!signal.aborted) {
    try {
      await pullCatalogue(bridge, database);
      await pullRecords(bridge, database);
      isRenewed = false;
      onFresh();
      seen = await waitForNews({ bridge, seen, signal });
    } catch (error) {
      if (isCacheFailure(error) && !isRenewed) {
        isRenewed = true;
        database = await caches.renew(database);
        onDatabase(database);
        continue;
      }
      isRenewed = false;
      onTrouble();
      await pause(retryAfterMilliseconds);
    }
  }
  database.close();
}

/** The host answers after some seconds even when there is nothing new, so that a lost question is not waited for for ever. */
async function waitForNews({ bridge, seen, signal }: Pick<KeepCacheParts, 'bridge' | 'signal'> & { seen: number }) {
  for (;;) {
    const answer = await bridge.awaitNews({ seen });
    if (answer.seen !== seen || signal.aborted) return answer.seen;
  }
}
