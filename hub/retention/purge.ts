import { purgeOrderBytes, type PurgeOrder } from '../../domain/protocol/feed.ts';
import { err, ok } from '../../domain/result.ts';
import type { Purpose } from '../../domain/retention.ts';
import type { Change, Database } from '../store/database/database.ts';
import { readEvent, writeFeedItems } from '../store/feed-publish.ts';
import { emptyRecords } from './empty-records.ts';
import { parseReceipt } from './create-retention.ts';
import { receiptBytes } from './receipt.ts';
import type { PurgeCounts, PurgeReceipt, Retention } from './retention.ts';

type Request = Parameters<Retention['purge']>[0];

export async function purge({
  database,
  trx,
  now,
  order: id,
  purpose,
  due,
  sign,
}: Request & { database: Database; trx: Change; now: number }) {
  const event = await readEvent(trx);
  if (event === null) return err('unavailable');
  const earlier = await trx
    .selectFrom('purge_receipt')
    .select('body')
    .where('purpose', '=', purpose)
    .executeTakeFirst();
  const before = earlier === undefined ? null : parseReceipt(earlier.body);
  const counts = addCounts(before?.counts, await empty({ database, trx, purpose }));
  const unsigned = { id, event: event.id, purpose };
  const order: PurgeOrder = before?.order ?? { ...unsigned, signature: sign(purgeOrderBytes(unsigned)) };
  const receipt = { order, counts, due, at: now };
  const signed: PurgeReceipt = { ...receipt, signature: sign(receiptBytes(receipt)) };
  const row = { purpose, body: JSON.stringify(signed) };
  const insert = trx.insertInto('purge_receipt').values(row);
  await insert.onConflict((conflict) => conflict.column('purpose').doUpdateSet({ body: row.body })).execute();
  if (before === null) {
    await remember(trx, purpose);
    const item = { kind: 'purge-order', id: order.id, body: JSON.stringify(order) } as const;
    await writeFeedItems({ database, trx, items: [item] });
  }
  return ok(signed);
}

function addCounts(before: PurgeCounts | undefined, now: PurgeCounts): PurgeCounts {
  return {
    sealedRecords: (before?.sealedRecords ?? 0) + now.sealedRecords,
    deadLetters: (before?.deadLetters ?? 0) + now.deadLetters,
    attendees: (before?.attendees ?? 0) + now.attendees,
  };
}

async function remember(trx: Change, purpose: Purpose): Promise<void> {
  const { purged } = await trx.selectFrom('hub').select('purged').executeTakeFirstOrThrow();
  const all = [...purged.split(',').filter((each) => each !== ''), purpose];
  await trx
    .updateTable('hub')
    .set({ purged: all.join(',') })
    .execute();
}

interface Emptying {
  readonly database: Database;
  readonly trx: Change;
  readonly purpose: Purpose;
}

async function empty({ database, trx, purpose }: Emptying): Promise<PurgeCounts> {
  const records = await emptyRecords(trx, (is) => is('purpose', '=', purpose));
  const letters = await trx
    .updateTable('dead_letter')
    .set({ text: null })
    .where('text', 'is not', null)
    .where((is) => is.or([is('purpose', '=', purpose), is('purpose', 'is', null)]))
    .executeTakeFirst();
  return {
    sealedRecords: records,
    deadLetters: Number(letters.numUpdatedRows),
    attendees: purpose === 'registration' ? await removeAttendees({ database, trx, purpose }) : 0,
  };
}

async function removeAttendees({ database, trx }: Emptying): Promise<number> {
  const rows = await trx.selectFrom('attendee').select('ticket_index').execute();
  await trx.deleteFrom('attendee').execute();
  const items = rows.map((row) => ({ kind: 'attendee', id: row.ticket_index, body: null }) as const);
  await writeFeedItems({ database, trx, items });
  return rows.length;
}
