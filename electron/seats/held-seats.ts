import { ok } from '../../domain/result.ts';
import { seatsLeft } from '../../domain/sync/lease-rules.ts';
import type { Answer } from '../journal/attempt.ts';
import type { Journal, Owner } from '../journal/journal.ts';

export interface HeldLease {
  readonly id: string;
  readonly session: string;
  /** Seats that can still be given away. */
  readonly left: number;
}

/** The leases from which this kiosk may promise a seat now, whether or not the hub is there. */
export function listHeldSeats(journal: Pick<Journal, 'leases' | 'seats'>, owner: Owner): Answer<HeldLease[]> {
  const leases = journal.leases.list(owner);
  if (!leases.ok) return leases;
  const held: HeldLease[] = [];
  for (const { id, session, seats, returned } of leases.value) {
    if (seats === null) continue;
    const booked = journal.seats.countBooked(id);
    if (!booked.ok) return booked;
    const left = seatsLeft({ seats, returned, booked: booked.value });
    if (left > 0) held.push({ id, session, left });
  }
  return ok(held);
}
