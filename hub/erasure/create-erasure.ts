import { attemptResult } from '../store/attempt.ts';
import type { Change, Queries } from '../store/database/database.ts';
import { readEvent } from '../store/feed-publish.ts';
import type { Parts } from '../store/parts.ts';
import { eraseVisitor } from './erase-visitor.ts';
import type { Erasure, OrderWriter } from './erasure.ts';
import { giveBackSeats, listSeatsLeft } from './give-back-seats.ts';
import { writeOrders } from './write-orders.ts';

export function createErasure({ database, attempt }: Parts): Erasure {
  const { db, change, erase } = database;

  async function orderLate(trx: Change, writer: OrderWriter): Promise<void> {
    const event = await readEvent(trx);
    if (event === null) return;
    const { records, seats } = await listLate(trx);
    const [order] = await writeOrders({ database, trx, event: event.id, records: [...records, ...seats], ...writer });
    if (order !== undefined) await giveBackSeats(trx, { seats, order });
  }

  return {
    erase: (request) =>
      attemptResult(attempt, async () => {
        const erased = await change((trx) => eraseVisitor({ database, trx, ...request }));
        if (erased.ok) await erase();
        return erased;
      }),
    orderLate: (writer) =>
      attempt(async () => {
        const { records, seats } = await listLate(db);
        if (records.length + seats.length > 0) await change((trx) => orderLate(trx, writer));
      }),
    listTickets: () =>
      attempt(async () => {
        const rows = await db.selectFrom('erased').select('id').where('claim_code', 'is', null).execute();
        return new Set(rows.map(({ id }) => id));
      }),
  };
}

/** What no order names yet. */
async function listLate(queries: Queries): Promise<{ records: string[]; seats: string[] }> {
  const rows = await queries.selectFrom('erased').select('id').where('erase_order', 'is', null).execute();
  return { records: rows.map(({ id }) => id), seats: await listSeatsLeft(queries) };
}
