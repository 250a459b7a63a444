import type { Session } from '../../domain/session.ts';
import type { SeatsBySession } from './use-seats.ts';

export interface Clash {
  readonly session: Session;
  readonly action: 'book' | 'wait';
}

/** What else the visitor has at the same time; a seat before a place on a waiting list. Sessions that only touch do not clash. */
export function findClash(wanted: Session, sessions: readonly Session[], seats: SeatsBySession): Clash | null {
  const clashes = sessions.flatMap((session): Clash[] => {
    const mine = seats.get(session.id)?.mine;
    const isAtOnce = session.start < wanted.end && wanted.start < session.end;
    return mine && session.id !== wanted.id && isAtOnce ? [{ session, action: mine.action }] : [];
  });
  return clashes.find(({ action }) => action === 'book') ?? clashes[0] ?? null;
}
