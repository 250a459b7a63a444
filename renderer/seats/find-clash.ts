import type { Session } from '../../domain/session.ts';
import { holds, type Shortlist } from '../../domain/shortlist.ts';
import type { SeatsBySession } from './use-seats.ts';

/** A session on which the visitor's time goes, and how firmly. */
export interface TakenTime {
  readonly session: Session;
  readonly action: 'book' | 'wait' | 'keep';
}

interface Taking {
  readonly sessions: readonly Session[];
  /** Null before the host has answered. */
  readonly seats: SeatsBySession | null;
  readonly shortlist: Shortlist;
}

const firmness = { book: 0, wait: 1, keep: 2 } as const;

/** All that the visitor booked, waits for or keeps: seats first, then waiting lists, then the shortlist, each by time. */
export function listTaken({ sessions, seats, shortlist }: Taking): readonly TakenTime[] {
  return sessions
    .flatMap((session): TakenTime[] => {
      const action = seats?.get(session.id)?.mine?.action;
      if (action) return [{ session, action }];
      return holds(shortlist, { kind: 'session', id: session.id }) ? [{ session, action: 'keep' }] : [];
    })
    .toSorted((a, b) => firmness[a.action] - firmness[b.action]);
}

/** What else the visitor has at the same time, the firmest of it. Sessions that only touch do not clash. */
export function findClash(wanted: Session, taken: readonly TakenTime[]): TakenTime | null {
  return taken.find(({ session }) => session.id !== wanted.id && isAtOnce(session, wanted)) ?? null;
}

function isAtOnce(one: Session, other: Session): boolean {
  return one.start < other.end && other.start < one.end;
}
