import type { Announcement } from '../../domain/announcement.ts';

/** By id: when this page first had it, in milliseconds on a clock that only goes forward. */
export type FirstSeen = ReadonlyMap<string, number>;

/** Those that are known already keep their time, those that are gone are forgotten. */
export function noteSeen(seen: FirstSeen, announcements: readonly Announcement[], now: number): FirstSeen {
  return new Map(announcements.map(({ id }) => [id, seen.get(id) ?? now]));
}

export interface Shown {
  /** Urgent ones first, then as they came: the newest first. */
  readonly announcements: readonly Announcement[];
  /** Milliseconds until one of them has been shown long enough; null when none is. */
  readonly nextChange: number | null;
}

/** What is still to be shown: each for its minutes from when this page first had it. */
export function listShown(announcements: readonly Announcement[], seen: FirstSeen, now: number): Shown {
  const left = ({ id, minutes }: Announcement) => (seen.get(id) ?? now) + minutes * 60_000 - now;
  const shown = announcements.filter((announcement) => left(announcement) > 0);
  const isUrgent = ({ level }: Announcement) => level === 'urgent';
  return {
    announcements: [...shown.filter(isUrgent), ...shown.filter((announcement) => !isUrgent(announcement))],
    nextChange: shown.length === 0 ? null : Math.min(...shown.map(left)),
  };
}
