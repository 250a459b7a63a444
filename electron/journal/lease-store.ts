import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { Answer, Attempt } from './attempt.ts';
import type { Owner } from './journal.ts';

/** Seats that the hub let this kiosk give away. */
export interface KeptLease {
  readonly id: string;
  readonly session: string;
  /** Asked for. */
  readonly wanted: number;
  /** Granted; null while the hub has not answered, when the same id is asked again. */
  readonly seats: number | null;
  readonly returned: number;
  /** Of the hub that granted it. */
  readonly epoch: string | null;
}

/** A lease is on the disk before a seat of it is promised, so that no crash promises it twice. */
export interface LeaseStore {
  list(owner: Owner): Answer<KeptLease[]>;
  put(owner: Owner, lease: KeptLease): Answer<void>;
  /** Of which the hub had no seat to give. */
  remove(id: string): Answer<void>;
}

const leaseSchema = z.object({
  id: z.string(),
  session: z.string(),
  wanted: z.int(),
  seats: z.int().nullable(),
  returned: z.int(),
  epoch: z.string().nullable(),
});

export function createLeaseStore(database: DatabaseSync, attempt: Attempt): LeaseStore {
  const select = database.prepare(
    `select id, session, wanted, seats, returned, epoch from lease where event = :event and kiosk = :kiosk order by rowid`,
  );
  const upsert = database.prepare(
    `insert into lease (id, event, kiosk, session, wanted, seats, returned, epoch)
     values (:id, :event, :kiosk, :session, :wanted, :seats, :returned, :epoch)
     on conflict do update set seats = excluded.seats, returned = excluded.returned, epoch = excluded.epoch`,
  );
  const remove = database.prepare('delete from lease where id = ?');
  return {
    list: (owner) => attempt(() => z.array(leaseSchema).parse(select.all({ ...owner }))),
    remove: (id) => attempt(() => void remove.run(id)),
    put: (owner, lease) => attempt(() => void upsert.run({ ...owner, ...lease })),
  };
}
