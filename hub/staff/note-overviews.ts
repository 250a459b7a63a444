import type { StaffCall } from '../../domain/protocol/staff-calls.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Store } from '../store/store.ts';
import type { StaffSession } from './staff-session.ts';

/** Pages ask these every few seconds, and they name nobody: the trail has each once for a session. */
const overviews: readonly StaffCall[] = ['kiosks', 'counts', 'announcements', 'sessions', 'badgeLayout', 'audit'];

/** Notes that somebody looked at something, before they see it. */
export function createOverviewNotes(store: Store) {
  const seen = new WeakMap<StaffSession, Set<StaffCall>>();
  return async (name: StaffCall, session: StaffSession): Promise<Result<void, 'storage-failed'>> => {
    if (!overviews.includes(name)) return ok();
    const before = seen.get(session) ?? new Set();
    if (before.has(name)) return ok();
    const noted = await store.audit.append({ session, action: name, subjects: [] });
    if (noted.ok) seen.set(session, before.add(name));
    return noted;
  };
}
