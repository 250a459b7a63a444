import type { Lease } from '../../domain/protocol/seats.ts';
import { err, ok } from '../../domain/result.ts';
import { sessionSchema } from '../../domain/session.ts';
import { grantSeats } from '../../domain/sync/lease-rules.ts';
import { attemptResult } from './attempt.ts';
import type { Change, Queries } from './database/database.ts';
import type { Parts } from './parts.ts';
import type { Seats, SessionSeats } from './store.ts';

export function createSeats({ database, attempt }: Pick<Parts, 'database' | 'attempt'>): Seats {
  const { db, change } = database;

  async function areOpen(queries: Queries): Promise<boolean> {
    const hub = await queries.selectFrom('hub').select('seats_open').executeTakeFirstOrThrow();
    return hub.seats_open === 1;
  }

  async function lease(trx: Change, { kiosk, id, session, seats: wanted }: Parameters<Seats['lease']>[0]) {
    const known = await findLease(trx, { id });
    if (known !== undefined) return known.kiosk === kiosk ? ok(toLease(known)) : err('not-found');
    const capacity = (await readCapacities(trx)).get(session) ?? null;
    if (capacity === null) return err('not-found');
    const held = (await readHeld(trx)).get(session) ?? 0;
    const mayGrant = (await areOpen(trx)) && !(await isClosed(trx, session));
    const seats = mayGrant ? grantSeats({ capacity, held, wanted }) : 0;
    // A lease of nothing is not kept: the same id asked again later may get what was given back meanwhile.
    if (seats > 0) await trx.insertInto('lease').values({ id, kiosk, session, seats, returned: 0 }).execute();
    return ok<Lease>({ id, session, seats, returned: 0 });
  }

  async function giveBack(trx: Change, { kiosk, id, returned }: Parameters<Seats['giveBack']>[0]) {
    const known = await findLease(trx, { id });
    if (known?.kiosk !== kiosk) return err('not-found');
    const inAll = Math.min(known.seats, Math.max(known.returned, returned));
    await trx.updateTable('lease').set({ returned: inAll }).where('id', '=', id).execute();
    return ok(toLease({ ...known, returned: inAll }));
  }

  /** A lease that bookings brought before its report has as many seats as they took; the report may only add. */
  async function takeOver(trx: Change, { kiosk, leases }: Parameters<Seats['report']>[0]): Promise<Lease[]> {
    const taken: Lease[] = [];
    for (const { id, session, seats, returned } of leases) {
      const known = await findLease(trx, { id });
      if (known !== undefined && known.kiosk !== kiosk) continue;
      const granted = Math.max(seats, known?.seats ?? 0);
      const row = { id, kiosk, session: known?.session ?? session, seats: granted };
      const inAll = Math.min(granted, Math.max(returned, known?.returned ?? 0));
      const insert = trx.insertInto('lease').values({ ...row, returned: inAll });
      await insert
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ seats: granted, returned: inAll }))
        .execute();
      taken.push(toLease({ ...row, returned: inAll }));
    }
    return taken;
  }

  return {
    lease: (request) => attemptResult(attempt, () => change((trx) => lease(trx, request))),
    giveBack: (request) => attemptResult(attempt, () => change((trx) => giveBack(trx, request))),
    report: (request) => attempt(() => change((trx) => takeOver(trx, request))),
    list: () => attempt(() => list(db)),
    areOpen: () => attempt(() => areOpen(db)),
    setOpen: (isOpen) => attempt(() => change((trx) => setHub(trx, { seats_open: isOpen ? 1 : 0 }))),
    markRestored: () => attempt(() => change((trx) => setHub(trx, { seats_open: 0, restored: 1 }))),
  };
}

/** By staff; kiosks hear of it and give away none that they have. */
async function isClosed(queries: Queries, session: string): Promise<boolean> {
  const closed = queries.selectFrom('feed_item').select('id').where('kind', '=', 'closed-session');
  return (await closed.where('id', '=', session).where('body', 'is not', null).executeTakeFirst()) !== undefined;
}

async function setHub(trx: Change, standing: { seats_open: number; restored?: number }): Promise<void> {
  await trx.updateTable('hub').set(standing).execute();
}

function findLease(queries: Queries, { id }: { id: string }) {
  return queries.selectFrom('lease').selectAll().where('id', '=', id).executeTakeFirst();
}

function toLease({ id, session, seats, returned }: Lease): Lease {
  return { id, session, seats, returned };
}

/** Sessions of the agenda, with null where there is no limit. */
async function readCapacities(queries: Queries): Promise<Map<string, number | null>> {
  const rows = await queries
    .selectFrom('feed_item')
    .select('body')
    .where('kind', '=', 'session')
    .where('body', 'is not', null)
    .execute();
  const sessions = rows.map(({ body }) => sessionSchema.parse(JSON.parse(body ?? 'null')));
  return new Map(sessions.map(({ id, capacity }) => [id, capacity ?? null]));
}

/** Seats that kiosks hold. */
async function readHeld(queries: Queries): Promise<Map<string, number>> {
  const rows = await queries
    .selectFrom('lease')
    .select(({ fn }) => [
      'session',
      fn.sum<number | string>('seats').as('seats'),
      fn.sum<number | string>('returned').as('returned'),
    ])
    .groupBy('session')
    .execute();
  return new Map(rows.map(({ session, seats, returned }) => [session, Number(seats) - Number(returned)]));
}

async function list(queries: Queries): Promise<SessionSeats[]> {
  const capacities = await readCapacities(queries);
  const held = await readHeld(queries);
  const rows = await queries
    .selectFrom('seat')
    .select(({ fn }) => ['session', 'action', fn.countAll<number>().as('seats')])
    .where('cancelled_by', 'is', null)
    .groupBy(['session', 'action'])
    .execute();
  const count = (session: string, action: 'book' | 'wait') =>
    rows.find((row) => row.session === session && row.action === action)?.seats ?? 0;
  const sessions = new Set([...capacities.keys(), ...held.keys(), ...rows.map(({ session }) => session)]);
  return [...sessions].sort().map((session) => ({
    session,
    capacity: capacities.get(session) ?? null,
    held: held.get(session) ?? 0,
    booked: count(session, 'book'),
    waiting: count(session, 'wait'),
  }));
}
