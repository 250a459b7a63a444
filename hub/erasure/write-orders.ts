import { eraseOrderBytes, type EraseOrder } from '../../domain/protocol/erase-order.ts';
import type { Change, Database } from '../store/database/database.ts';
import { writeFeedItems } from '../store/feed-publish.ts';
import type { OrderWriter } from './erasure.ts';

/** As `eraseOrderSchema` has it. */
const mostInOrder = 200;

interface Ordering extends OrderWriter {
  readonly database: Database;
  readonly trx: Change;
  readonly event: string;
  /** Ids of sealed records and of seats. */
  readonly records: readonly string[];
}

/** Publishes orders for these records and remembers them with each. @returns their ids */
export async function writeOrders(ordering: Ordering): Promise<string[]> {
  const { database, trx, event, records, createId, sign } = ordering;
  const parts = Array.from({ length: Math.ceil(records.length / mostInOrder) }, (_, at) =>
    records.slice(at * mostInOrder, (at + 1) * mostInOrder),
  );
  const orders = parts.map((part): EraseOrder => {
    const unsigned = { id: createId(), event, records: part };
    return { ...unsigned, signature: sign(eraseOrderBytes(unsigned)) };
  });
  const items = orders.map((order) => ({ kind: 'erase-order', id: order.id, body: JSON.stringify(order) }) as const);
  await writeFeedItems({ database, trx, items });
  for (const { id, records: part } of orders)
    await trx.updateTable('erased').set({ erase_order: id }).where(database.among('id', part)).execute();
  return orders.map(({ id }) => id);
}
