import { createHash } from 'node:crypto';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { FeedChange } from '../../domain/protocol/feed.ts';

/** A loaded event pack as a hub would send it. */
export function toFeedChanges({ event, companies, jobs, sessions, floorPlan, skills }: Catalogue): FeedChange[] {
  return [
    { kind: 'event', id: event.id, item: event },
    ...(floorPlan ? [{ kind: 'floor-plan' as const, id: event.id, item: floorPlan }] : []),
    ...(skills ? [{ kind: 'skills' as const, id: event.id, item: skills }] : []),
    ...companies.map((item) => ({ kind: 'company' as const, id: item.id, item })),
    ...jobs.map((item) => ({ kind: 'job' as const, id: item.id, item })),
    ...sessions.map((item) => ({ kind: 'session' as const, id: item.id, item })),
  ];
}

export function digestPack(catalogue: Catalogue): string {
  return createHash('sha256').update(JSON.stringify(catalogue)).digest('base64url');
}
