import { z } from 'zod';
import type { FeedPage } from '../../domain/protocol/feed.ts';
import { recordsRequestSchema, type KioskState, type RecordsAnswer } from '../../domain/protocol/records.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { HubParts } from './hub-parts.ts';
import { refuse, type Refusal } from './refusal.ts';
import { defineRoute, JsonText } from './route.ts';

/** GET /v1/kiosk */
export function kioskState({ store }: HubParts) {
  return defineRoute({
    method: 'GET',
    path: '/v1/kiosk',
    access: 'kiosk',
    async answer(_asked, { kiosk }): Promise<Result<KioskState, Refusal>> {
      const state = await store.records.state(kiosk);
      return state.ok ? state : err(refuse(state.reason));
    },
  });
}

/** POST /v1/records */
export function sendRecords({ store, metrics }: HubParts, onAccepted: () => void) {
  return defineRoute({
    method: 'POST',
    path: '/v1/records',
    access: 'kiosk',
    body: recordsRequestSchema,
    async answer({ body }, { kiosk, publicKey }): Promise<Result<RecordsAnswer, Refusal>> {
      metrics.batchSize.observe(body.records.length);
      // The request's signature is this kiosk's, too, and covers every byte; the kiosk itself checks what its disk gave back.
      const answer = await store.records.ingest({ ...body, kiosk, publicKey, proof: 'request' });
      if (!answer.ok) {
        const { reason } = answer;
        return err(typeof reason === 'string' ? refuse(reason) : refuse(reason.code, { ...reason.state }));
      }
      for (const { result } of answer.value.answers) metrics.records.inc({ result });
      if (answer.value.answers.some(({ result }) => result === 'accepted')) onAccepted();
      return answer;
    },
  });
}

const pageLimits = { usual: 500, most: 2000 };
const feedQuerySchema = z.strictObject({
  /** Of the last page; none for the whole feed. */
  cursor: z.string().min(1).max(200).optional(),
  limit: z.coerce.number().int().min(1).max(pageLimits.most).default(pageLimits.usual),
});

/** GET /v1/feed?cursor=…&limit=… */
export function feed({ store, metrics }: HubParts) {
  return defineRoute({
    method: 'GET',
    path: '/v1/feed',
    access: 'kiosk',
    query: feedQuerySchema,
    isLarge: true,
    async answer({ query }): Promise<Result<JsonText<FeedPage>, Refusal>> {
      const page = await store.feed.pageJson({ cursor: query.cursor ?? null, limit: query.limit });
      if (!page.ok) return err(refuse(page.reason));
      metrics.feedPages.inc();
      return ok(new JsonText<FeedPage>(page.value));
    },
  });
}
