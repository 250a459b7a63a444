import { z } from 'zod';
import { slugSchema } from '../../domain/event.ts';
import type { SeatRecord } from '../../domain/kiosk-record.ts';
import type { Result } from '../../domain/result.ts';
import { claimCodeSchema } from '../../domain/sealed-record.ts';
import { defineVerb } from './verb.ts';

/** A session that has a limited number of seats, as this kiosk can answer for it now. */
export interface SessionSeats {
  readonly session: string;
  /** A seat can be promised here and now; otherwise there is the waiting list. */
  readonly isFree: boolean;
  /** Staff have closed it: nothing is promised there, not even a place on the waiting list. */
  readonly isClosed: boolean;
  /** What the visitor has at this kiosk, with the id of the record that a cancellation names. */
  readonly mine: { readonly id: string; readonly action: 'book' | 'wait' } | null;
}

export interface TakeSeatRequest {
  /** UUIDv7, fixed at the tap. */
  readonly id: string;
  readonly claimCode: string;
  readonly session: string;
}

/** `session-closed`: staff have closed its seats. */
export type SeatFailure = 'unknown-session' | 'session-closed' | 'unknown-record' | 'journal-failed';

/** @param list of every session with a capacity */
export function seats(list: (claimCode: string | null) => readonly SessionSeats[]) {
  const input = z.strictObject({ claimCode: claimCodeSchema.nullable() });
  return defineVerb(input, ({ claimCode }) => list(claimCode));
}

/** Books a seat, or puts the visitor on the waiting list: the record's `action` says which. Asked again, it answers as the first time. */
export function takeSeat(run: (request: TakeSeatRequest) => Promise<Result<SeatRecord, SeatFailure>>) {
  return defineVerb(z.strictObject({ id: z.uuidv7(), claimCode: claimCodeSchema, session: slugSchema }), run);
}

export interface CancelSeatRequest {
  /** UUIDv7, fixed at the tap. */
  readonly id: string;
  readonly claimCode: string;
  /** Id of the record that took the seat or the place on the list. */
  readonly cancels: string;
}

/** `unknown-record`: this kiosk has no such booking of this visitor. */
export function cancelSeat(run: (request: CancelSeatRequest) => Promise<Result<SeatRecord, SeatFailure>>) {
  return defineVerb(z.strictObject({ id: z.uuidv7(), claimCode: claimCodeSchema, cancels: z.uuidv7() }), run);
}
