import { randomUUID } from 'node:crypto';
import { leaseSchema, leaseReportSchema, maximumLease } from '../../domain/protocol/seats.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Session } from '../../domain/session.ts';
import { seatsLeft } from '../../domain/sync/lease-rules.ts';
import type { Journal, Owner } from '../journal/journal.ts';
import type { KeptLease } from '../journal/lease-store.ts';
import { listHeldSeats } from '../seats/held-seats.ts';
import type { HubClient, HubFailure } from './hub-client.ts';

export interface LeaseParts {
  readonly journal: Pick<Journal, 'leases' | 'seats' | 'outbox'>;
  readonly owner: Owner;
  readonly client: Pick<HubClient, 'ask'>;
  readonly listSessions: () => readonly Session[];
  /** Whose seats staff have closed: none are asked for, and those in the house go back. */
  readonly listClosedSessions: () => ReadonlySet<string>;
  /** Seats can be promised that could not before. */
  readonly onGranted: () => void;
}

const ownDisk: HubFailure = { word: null };

/**
 * Twenty kiosks together hold at most four fifths of a session ahead of visitors: what a kiosk that is offline holds, nobody else can have.
 * @returns seats that one kiosk asks for at once
 */
export function leaseSize(capacity: number): number {
  return Math.min(maximumLease, 5, Math.max(1, Math.floor(capacity / 25)));
}

/** Keeps a few seats of every session in the house, so that they can be promised when the hub is away. */
export function createLeaseKeeper(parts: LeaseParts) {
  const { journal, owner, client, listSessions, listClosedSessions, onGranted } = parts;
  /** By lease: how many seats this hub knows to be given back. */
  const toldReturned = new Map<string, number>();

  async function request(lease: KeptLease, epoch: string): Promise<Result<void, HubFailure>> {
    const { id, session, wanted } = lease;
    // The id is on the disk before it is asked with: after a lost answer the same seats are asked for again, and not others beside them.
    if (!journal.leases.put(owner, lease).ok) return err(ownDisk);
    const answer = leaseSchema.refine((granted) => granted.id === id && granted.session === session);
    const granted = await client.ask({
      method: 'POST',
      path: '/v1/leases',
      body: { id, session, seats: wanted },
      answer,
    });
    // A session that has not reached the hub's agenda, or has left it: nothing was granted, the others are asked for all the same.
    if (!granted.ok && granted.reason.word === 'not-found') return forget(id);
    if (!granted.ok) return granted;
    const { seats, returned } = granted.value;
    // The id stays: a copy of the question that is still on its way may yet be granted, and those seats must have an owner.
    if (seats === 0) return ok();
    const outbox = journal.outbox.read(owner);
    if (!outbox.ok) return err(ownDisk);
    // Granted by a hub that another has followed meanwhile: nobody counts these seats any more, and the id is asked with again.
    if (outbox.value.epoch !== epoch) return ok();
    if (!journal.leases.put(owner, { ...lease, seats, returned, epoch }).ok) return err(ownDisk);
    onGranted();
    return ok();
  }

  /**
   * Seats of closed sessions go back: first on the own disk, so that none of them is promised any more, then to the hub. What it may not have
   * heard is told again, whether or not the session is still closed.
   */
  async function giveBack(): Promise<Result<void, HubFailure>> {
    const leases = journal.leases.list(owner);
    if (!leases.ok) return err(ownDisk);
    for (const lease of leases.value) {
      const kept = listClosedSessions().has(lease.session) ? giveUp(lease) : ok(lease);
      if (!kept.ok) return kept;
      const { id, returned } = kept.value;
      if (returned <= (toldReturned.get(id) ?? 0)) continue;
      const told = await client.ask({
        method: 'POST',
        path: '/v1/leases/return',
        body: { id, returned },
        answer: leaseSchema,
      });
      // A hub that does not know the lease counts none of its seats.
      if (!told.ok && told.reason.word !== 'not-found') return told;
      toldReturned.set(id, returned);
    }
    return ok();
  }

  function giveUp(lease: KeptLease): Result<KeptLease, HubFailure> {
    const { id, seats, returned } = lease;
    if (seats === null) return ok(lease);
    const booked = journal.seats.countBooked(id);
    if (!booked.ok) return err(ownDisk);
    const left = seatsLeft({ seats, returned, booked: booked.value });
    if (left === 0) return ok(lease);
    const given = { ...lease, returned: returned + left };
    return journal.leases.put(owner, given).ok ? ok(given) : err(ownDisk);
  }

  function forget(id: string): Result<void, HubFailure> {
    return journal.leases.remove(id).ok ? ok() : err(ownDisk);
  }

  return {
    /** Gives back what staff have closed, and tops up what has run short. */
    async keep(): Promise<Result<void, HubFailure>> {
      const outbox = journal.outbox.read(owner);
      const returned = outbox.ok && outbox.value.epoch !== null ? await giveBack() : ok();
      if (!returned.ok) return returned;
      const leases = journal.leases.list(owner);
      const held = listHeldSeats(journal, owner);
      if (!outbox.ok || !leases.ok || !held.ok) return err(ownDisk);
      const { epoch } = outbox.value;
      // Before the first contact nobody knows which hub this is.
      if (epoch === null) return ok();
      for (const { id: session, capacity } of listSessions()) {
        if (capacity === undefined || listClosedSessions().has(session)) continue;
        const wanted = leaseSize(capacity);
        const left = held.value.filter((each) => each.session === session).reduce((sum, each) => sum + each.left, 0);
        const open = leases.value.find((each) => each.session === session && each.seats === null);
        if (open === undefined && left >= Math.min(2, wanted)) continue;
        const lease = open ?? { id: randomUUID(), session, wanted, seats: null, returned: 0, epoch: null };
        const done = await request(lease, epoch);
        if (!done.ok) return done;
      }
      return ok();
    },
    /** What an earlier hub granted: the new one counts it as taken. */
    async report(epoch: string): Promise<Result<void, HubFailure>> {
      const leases = journal.leases.list(owner);
      if (!leases.ok) return err(ownDisk);
      const foreign = leases.value.filter((lease) => lease.seats !== null && lease.epoch !== epoch);
      if (foreign.length === 0) return ok();
      const body = {
        leases: foreign.map(({ id, session, seats, returned }) => ({ id, session, seats: seats ?? 0, returned })),
      };
      const answer = await client.ask({ method: 'POST', path: '/v1/leases/report', body, answer: leaseReportSchema });
      if (!answer.ok) return answer;
      for (const lease of foreign) if (!journal.leases.put(owner, { ...lease, epoch }).ok) return err(ownDisk);
      return ok();
    },
  };
}
