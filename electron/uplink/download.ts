import { feedPageSchema } from '../../domain/protocol/feed.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Cache } from '../cache/cache.ts';
import type { HubClient, HubFailure } from './hub-client.ts';

export interface DownloadParts {
  readonly client: Pick<HubClient, 'ask'>;
  readonly cache: Pick<Cache, 'readCursor' | 'applyPage'>;
  /** Of this kiosk: what belongs to another is not taken. */
  readonly event: string;
  /** ISO 8601, for people. */
  readonly now: () => string;
  /** Pages have something new to see. */
  readonly onChange: () => void;
}

/** Fetches pages of the hub's feed until it has nothing more, each kept in one transaction. */
export function createDownload({ client, cache, event, now, onChange }: DownloadParts) {
  const pageSchema = feedPageSchema.refine(({ changes }) => changes.every((change) => belongsTo(event, change)));
  return async function download(signal: AbortSignal): Promise<Result<void, HubFailure>> {
    while (!signal.aborted) {
      const cursor = cache.readCursor();
      const path = cursor === null ? '/v1/feed' : `/v1/feed?cursor=${encodeURIComponent(cursor)}`;
      const page = await client.ask({ method: 'GET', path, answer: pageSchema, signal });
      if (!page.ok) return page;
      try {
        if (cache.applyPage(page.value, now())) onChange();
      } catch {
        // The disk is full, for now.
        return err({ word: null });
      }
      if (page.value.complete) return ok();
    }
    return ok();
  };
}

function belongsTo(event: string, { kind, id, item }: { kind: string; id: string; item: unknown }): boolean {
  return kind !== 'event' || item === null || id === event;
}
