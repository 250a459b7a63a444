import { err, ok } from '../../domain/result.ts';
import type { StaffParts } from './staff-parts.ts';
import type { StaffRoutes } from './staff-routes.ts';
import type { VisitorCalls } from './visitor-calls.ts';

type EventCall =
  | 'me'
  | 'counts'
  | 'announcements'
  | 'announce'
  | 'withdrawAnnouncement'
  | 'sessions'
  | 'closeSession'
  | 'badgeLayout'
  | 'setBadgeLayout'
  | 'audit';

export function createEventCalls(parts: StaffParts, visitors: VisitorCalls): Pick<StaffRoutes, EventCall> {
  const { store, vault } = parts;
  const unavailable = () => Promise.resolve(err('unavailable'));
  return {
    async me(_input, { staff }) {
      const event = await store.feed.event();
      if (!event.ok) return event;
      return ok({ staff, event: event.value, isUnlocked: vault.isUnlocked, ...visitors.progress() });
    },
    counts: unavailable,
    announcements: unavailable,
    announce: unavailable,
    withdrawAnnouncement: unavailable,
    sessions: unavailable,
    closeSession: unavailable,
    badgeLayout: unavailable,
    setBadgeLayout: unavailable,
    audit: unavailable,
  };
}
