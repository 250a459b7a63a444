import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';

export interface CacheWatch {
  /** Resolves within about a millisecond of the kiosk's commit. */
  waitForText(kind: string, id: string, text: string): Promise<void>;
  close(): void;
}

/** Looks into the cache of a kiosk that is running, from beside it. */
export function watchCache(dataFolder: string): CacheWatch {
  const database = new DatabaseSync(join(dataFolder, 'cache.sqlite'), { readOnly: true, timeout: 5000 });
  const select = database.prepare('select content from item where kind = ? and id = ?');
  return {
    async waitForText(kind, id, text) {
      const end = performance.now() + 20_000;
      while (!String(select.get(kind, id)?.['content']).includes(text)) {
        if (performance.now() > end) throw new Error('The kiosk did not hear of the change.');
        await wait(1);
      }
    },
    close: () => {
      database.close();
    },
  };
}
