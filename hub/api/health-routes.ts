import { err, ok, type Result } from '../../domain/result.ts';
import packageJson from '../../package.json' with { type: 'json' };
import type { HubParts } from './hub-parts.ts';
import { refuse, type Refusal } from './refusal.ts';
import { defineRoute } from './route.ts';

/** GET /health: the process answers. */
export function health() {
  return defineRoute({
    method: 'GET',
    path: '/health',
    access: 'open',
    answer: () => Promise.resolve(ok({ status: 'alive' as const })),
  });
}

/** GET /ready: kiosks can be served. The database takes writes, and there is an event. */
export function ready({ store }: HubParts) {
  return defineRoute({
    method: 'GET',
    path: '/ready',
    access: 'open',
    async answer(): Promise<Result<{ status: 'ready'; epoch: string; event: string; version: string }, Refusal>> {
      const checked = await store.check();
      if (!checked.ok) return err(refuse(checked.reason));
      const event = await store.feed.event();
      if (!event.ok) return err(refuse(event.reason));
      if (event.value === null) return err(refuse('unavailable', { missing: 'event' }));
      return ok({ status: 'ready', epoch: store.epoch, event: event.value.id, version: packageJson.version });
    },
  });
}
