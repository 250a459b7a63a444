import { setImmediate as nextTurn } from 'node:timers/promises';
import { ok, type Result } from '../../domain/result.ts';
import type { Store } from '../store/store.ts';
import { listQuarters, timeOf, toQuarter, type Arrival, type Quarter } from './quarters.ts';

/** Read at once: 10 ms of SQLite, and then the hub answers kiosks again. */
const pageSize = 2000;

export interface Counts {
  readonly quarters: Quarter[];
  readonly registrations: number;
  readonly checkIns: number;
}

/** Counts visitors as they come: what was counted is not read again. */
export interface Tally {
  read(): Promise<Result<Counts, 'storage-failed'>>;
}

export function createTally(store: Store): Tally {
  const quarters = new Map<number, { registrations: number; checkIns: number; staff: number }>();
  const byStaff = new Set<string>();
  const tickets = new Set<string>();
  const total = { registrations: 0, checkIns: 0 };
  const read = { arrivals: 0, deeds: 0 };
  let current: Promise<Result<void, 'storage-failed'>> = Promise.resolve(ok());

  function count({ id, kind, ticketIndex, received }: Arrival): void {
    // One ticket that came at two kiosks is one visitor.
    if (ticketIndex !== null && tickets.has(ticketIndex)) return;
    if (ticketIndex !== null) tickets.add(ticketIndex);
    const start = toQuarter(timeOf({ id, received }));
    const counted = quarters.get(start) ?? { registrations: 0, checkIns: 0, staff: 0 };
    quarters.set(start, counted);
    const what = kind === 'registration' ? 'registrations' : 'checkIns';
    counted[what] += 1;
    total[what] += 1;
    if (byStaff.delete(id)) counted.staff += 1;
  }

  async function catchUp(): Promise<Result<void, 'storage-failed'>> {
    for (;;) {
      const page = await store.records.listArrivals({ after: read.arrivals, limit: pageSize });
      if (!page.ok) return page;
      // Read after the records: who a member of staff took in is noted in the same transaction.
      const deeds = await store.audit.listSubjects({ actions: ['register', 'checkIn'], after: read.deeds });
      if (!deeds.ok) return deeds;
      for (const subject of deeds.value.subjects) byStaff.add(subject);
      read.deeds = deeds.value.last;
      for (const arrival of page.value.arrivals) count(arrival);
      read.arrivals = page.value.last;
      if (page.value.isWhole) return ok();
      await nextTurn();
    }
  }

  return {
    async read() {
      current = current.then(catchUp);
      const caughtUp = await current;
      return caughtUp.ok ? ok({ quarters: listQuarters(quarters), ...total }) : caughtUp;
    },
  };
}
