import type { KeptByBooth, KeptCompany } from '../../domain/shortlist/group-by-booth.ts';
import type { Session } from '../../domain/session.ts';

/** A place to walk to, and why. */
export interface WalkStop {
  /** Id of the place on the plan. */
  readonly place: string;
  /** What is written at a stand; null for a room. */
  readonly label: string | null;
  readonly companies: readonly KeptCompany[];
  /** What is on there, where it is a room. */
  readonly sessions: readonly Session[];
}

/**
 * The booths of a shortlist. Whoever keeps nothing but sessions is led to their rooms; with booths, sessions are times on the way.
 * @param now `YYYY-MM-DDTHH:MM` at the event: a session that is over is no reason to go
 * @param isPlace whether the plan has a place
 */
export function listStops(kept: KeptByBooth, now: string, isPlace: (id: string) => boolean): readonly WalkStop[] {
  if (kept.booths.length > 0) {
    return kept.booths.map(({ place, label, companies }) => ({ place, label, companies, sessions: [] }));
  }
  const rooms = new Map<string, Session[]>();
  for (const session of kept.sessions) {
    const { place, end } = session;
    if (place !== undefined && isPlace(place) && end > now) rooms.set(place, [...(rooms.get(place) ?? []), session]);
  }
  return [...rooms].map(([place, sessions]) => ({ place, label: null, companies: [], sessions }));
}
