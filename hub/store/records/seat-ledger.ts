import type { KioskRecord, SeatRecord } from '../../../domain/kiosk-record.ts';
import { mayBook } from '../../../domain/sync/lease-rules.ts';
import type { Change, Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';

/** Seats of the leases that the records of a transaction name. */
export interface SeatLedger {
  /**
   * False when a booking has no lease with a seat left.
   * @param hub `restored`: a lease of the lost hub is believed as its bookings arrive, for the visitors were promised those seats
   */
  take(record: SeatRecord, hub: { restored: boolean }): boolean;
  write(): Promise<void>;
}

interface Lease {
  readonly kiosk: string;
  readonly session: string;
  seats: number;
  readonly returned: number;
  booked: number;
}

type SeatRow = Tables['seat'];

export async function readLeases({
  database,
  trx,
  records,
}: {
  database: Database;
  trx: Change;
  records: readonly KioskRecord[];
}): Promise<SeatLedger> {
  const named = records.filter((record) => record.kind === 'seat');
  if (named.length === 0) return { take: () => false, write: () => Promise.resolve() };
  const cancelled = await readSeats(database, trx, named);
  const leaseIds = [...named, ...cancelled.values()].flatMap(({ lease }) => lease ?? []);
  const leases = await readLeaseRows(database, trx, leaseIds);
  const seats = new Map(cancelled);
  const added: SeatRow[] = [];
  const believed = new Set<string>();
  const newlyCancelled: string[] = [];

  function book({ lease: id, kiosk, session }: SeatRecord, restored: boolean): boolean {
    if (id === null) return false;
    if (restored && !leases.has(id)) leases.set(id, { kiosk, session, seats: 0, returned: 0, booked: 0 });
    const lease = leases.get(id);
    if (lease?.kiosk !== kiosk || lease.session !== session) return false;
    if (!mayBook(lease)) {
      if (!restored) return false;
      lease.seats += 1;
      believed.add(id);
    }
    lease.booked += 1;
    return true;
  }

  function cancel({ id, kiosk, cancels }: SeatRecord): void {
    const seat = seats.get(cancels ?? '');
    if (seat?.kiosk !== kiosk || seat.cancelled_by !== null) return;
    seat.cancelled_by = id;
    newlyCancelled.push(seat.id);
    const lease = leases.get(seat.lease ?? '');
    if (seat.action === 'book' && lease !== undefined) lease.booked -= 1;
  }

  return {
    take(record, { restored }) {
      const { id, kiosk, session, lease, claimCode, action } = record;
      if (action === 'cancel') {
        cancel(record);
        return true;
      }
      if (action === 'book' && !book(record, restored)) return false;
      const row: SeatRow = { id, kiosk, session, action, lease, claim_code: claimCode, cancelled_by: null };
      seats.set(id, row);
      added.push(row);
      return true;
    },
    async write() {
      await database.insertRows(
        trx,
        'seat',
        added.map((row) => ({ ...row })),
      );
      for (const id of newlyCancelled) {
        const by = seats.get(id)?.cancelled_by ?? null;
        await trx.updateTable('seat').set({ cancelled_by: by }).where('id', '=', id).execute();
      }
      for (const id of believed) {
        const lease = leases.get(id);
        if (lease === undefined) continue;
        const { kiosk, session, seats: granted, returned } = lease;
        const insert = trx.insertInto('lease').values({ id, kiosk, session, seats: granted, returned });
        await insert.onConflict((conflict) => conflict.column('id').doUpdateSet({ seats: granted })).execute();
      }
    },
  };
}

async function readSeats(
  database: Database,
  trx: Change,
  records: readonly SeatRecord[],
): Promise<Map<string, SeatRow>> {
  const ids = records.flatMap(({ cancels }) => cancels ?? []);
  if (ids.length === 0) return new Map();
  const rows = await trx.selectFrom('seat').selectAll().where(database.among('id', ids)).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function readLeaseRows(database: Database, trx: Change, ids: readonly string[]): Promise<Map<string, Lease>> {
  if (ids.length === 0) return new Map();
  const rows = await trx.selectFrom('lease').selectAll().where(database.among('id', ids)).execute();
  const booked = await trx
    .selectFrom('seat')
    .select(({ fn }) => ['lease', fn.countAll<number>().as('booked')])
    .where(database.among('lease', ids))
    .where('action', '=', 'book')
    .where('cancelled_by', 'is', null)
    .groupBy('lease')
    .execute();
  const counts = new Map(booked.map((row) => [row.lease, row.booked]));
  return new Map(rows.map((row) => [row.id, { ...row, booked: counts.get(row.id) ?? 0 }]));
}
