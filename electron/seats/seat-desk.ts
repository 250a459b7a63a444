import type { SeatRecord } from '../../domain/kiosk-record.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Session } from '../../domain/session.ts';
import type { CancelSeatRequest, SeatFailure, SessionSeats, TakeSeatRequest } from '../bridge/seats.ts';
import type { OwnJournal } from '../journal/own-journal.ts';
import { listHeldSeats } from './held-seats.ts';

export interface SeatDeskParts {
  readonly own: OwnJournal;
  readonly listSessions: () => readonly Session[];
  /** Whose seats staff have closed. */
  readonly listClosedSessions: () => ReadonlySet<string>;
  /** Seats were taken or given back. */
  readonly onChange: () => void;
}

/** Where a seat of the agenda is promised: from a lease of the hub, and otherwise a place on the waiting list. */
export interface SeatDesk {
  /** @throws when the journal cannot be read */
  list(claimCode: string | null): SessionSeats[];
  take(request: TakeSeatRequest): Promise<Result<SeatRecord, SeatFailure>>;
  cancel(request: CancelSeatRequest): Promise<Result<SeatRecord, SeatFailure>>;
}

export function createSeatDesk({ own, listSessions, listClosedSessions, onChange }: SeatDeskParts): SeatDesk {
  const { journal } = own;
  const { event } = own.owner;

  /** What was asked with this id before; null when it is new. */
  function findAnswer(id: string): Result<SeatRecord | null, 'journal-failed'> {
    const found = journal.find(id);
    if (!found.ok) return found;
    return ok(found.value?.kind === 'seat' ? found.value : null);
  }

  function take({ id, claimCode, session }: TakeSeatRequest): Result<SeatRecord, SeatFailure> {
    const known = findAnswer(id);
    if (!known.ok) return known;
    if (known.value !== null) return ok(known.value);
    if (!listSessions().some((each) => each.id === session && each.capacity !== undefined)) {
      return err('unknown-session');
    }
    const standing = journal.seats.listOf({ event, claimCode });
    if (!standing.ok) return standing;
    const mine = standing.value.find((each) => each.session === session);
    if (mine !== undefined) return ok(mine);
    if (listClosedSessions().has(session)) return err('session-closed');
    const held = listHeldSeats(journal, own.owner);
    if (!held.ok) return held;
    const lease = held.value.find((each) => each.session === session);
    const action = lease === undefined ? 'wait' : 'book';
    const asked = { kind: 'seat', id, claimCode, session, action, lease: lease?.id ?? null, cancels: null } as const;
    return announce(own.appendSeat(asked));
  }

  function cancel({ id, claimCode, cancels }: CancelSeatRequest): Result<SeatRecord, SeatFailure> {
    const known = findAnswer(id);
    if (!known.ok) return known;
    if (known.value !== null) return ok(known.value);
    const standing = journal.seats.listOf({ event, claimCode });
    if (!standing.ok) return standing;
    const seat = standing.value.find((each) => each.id === cancels);
    if (seat === undefined) return err('unknown-record');
    const { session, lease } = seat;
    return announce(own.appendSeat({ kind: 'seat', id, claimCode, session, action: 'cancel', lease, cancels }));
  }

  function announce(kept: Result<SeatRecord, 'journal-failed'>): Result<SeatRecord, SeatFailure> {
    if (kept.ok) onChange();
    return kept;
  }

  return {
    list(claimCode) {
      const held = listHeldSeats(journal, own.owner);
      const standing = claimCode === null ? ok([]) : journal.seats.listOf({ event, claimCode });
      if (!held.ok || !standing.ok) throw new Error('the journal cannot be read');
      const closed = listClosedSessions();
      const limited = listSessions().filter(({ capacity }) => capacity !== undefined);
      return limited.map(({ id }) => {
        const mine = standing.value.find((seat) => seat.session === id);
        return {
          session: id,
          isFree: !closed.has(id) && held.value.some(({ session }) => session === id),
          isClosed: closed.has(id),
          mine: mine === undefined || mine.action === 'cancel' ? null : { id: mine.id, action: mine.action },
        };
      });
    },
    take: (request) => own.turn(() => take(request)),
    cancel: (request) => own.turn(() => cancel(request)),
  };
}
