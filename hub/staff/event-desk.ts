import type { Announcement } from '../../domain/announcement.ts';
import type { BadgeLayout } from '../../domain/badge-layout.ts';
import type { Session } from '../../domain/session.ts';
import type { Answer } from '../store/store.ts';

export interface StandingAnnouncement extends Announcement {
  /** When it was made, milliseconds since 1970. */
  readonly at: number;
  /** Who made it. */
  readonly staff: string | null;
}

/** What staff change of the event while it runs. Each change is told to kiosks over the feed. */
export interface EventDesk {
  /** The newest first. */
  announcements(): Answer<StandingAnnouncement[]>;
  /** Again with the same id changes nothing. */
  announce(announcement: Announcement, staff: string | null): Answer<void>;
  withdraw(id: string): Answer<void, 'not-found'>;
  /** Takes back those whose minutes are over. @returns how many */
  withdrawEnded(): Answer<number>;
  sessions(): Answer<{ session: Session; isClosed: boolean }[]>;
  /** A closed session leases no seats, and kiosks give away none that they have. `not-found`: no such session. */
  setClosed(session: string, isClosed: boolean): Answer<void, 'not-found'>;
  /** The layout in force; own: set here and not in the pack. `unavailable`: there is no event. */
  badgeLayout(): Answer<{ layout: BadgeLayout | null; isOwn: boolean }, 'unavailable'>;
  /** Holds over a reload of the pack; null goes back to the pack's. */
  setBadgeLayout(layout: BadgeLayout | null): Answer<void, 'unavailable'>;
}
