import { err, ok, type Result } from '../../domain/result.ts';
import { readSamePerson } from '../people/same-person.ts';
import { emptyRecords } from '../retention/empty-records.ts';
import type { Change, Database } from '../store/database/database.ts';
import { readEvent, writeFeedItems } from '../store/feed-publish.ts';
import { emptyLetters } from './empty-letters.ts';
import type { ErasedVisitor, OrderWriter } from './erasure.ts';
import { giveBackSeats, listSeatsLeft } from './give-back-seats.ts';
import { writeOrders } from './write-orders.ts';

interface Erasing extends OrderWriter {
  readonly database: Database;
  readonly trx: Change;
  readonly visitor: string;
}

export async function eraseVisitor(erasing: Erasing): Promise<Result<ErasedVisitor, 'not-found' | 'unavailable'>> {
  const { database, trx, visitor } = erasing;
  const event = await readEvent(trx);
  if (event === null) return err('unavailable');
  const person = (await readSamePerson(trx)).of(visitor);
  const rows = await readRows(erasing, person);
  if (rows.length === 0) return err('not-found');
  const codes = new Map(rows.map((row) => [row.id, row.claim_code]));
  // A visitor whose first record never came is known by its id all the same.
  const ids = [...new Set([...codes.keys(), ...person])];
  const tickets = [...new Set(rows.flatMap((row) => row.ticket_index ?? []))];
  await remember(
    erasing,
    [...ids, ...tickets].map((id) => ({ id, claim_code: codes.get(id) ?? null })),
  );
  const records = await emptyRecords(trx, () => database.among('id', ids));
  await emptyLetters(trx, [...ids, ...tickets, ...rows.flatMap((row) => row.claim_code ?? [])]);
  await removeAttendees(erasing, tickets);
  await trx
    .deleteFrom('pair')
    .where((is) => is.or([database.among('first', person), database.among('second', person)]))
    .execute();
  const seats = await listSeatsLeft(trx);
  const [order = ''] = await writeOrders({ ...erasing, event: event.id, records: [...ids, ...seats] });
  await giveBackSeats(trx, { seats, order });
  await trx.updateTable('erased').set({ erase_order: order }).where(database.among('id', tickets)).execute();
  return ok({ records, tickets });
}

/** Those with something left; what an earlier purge has emptied is known by its id already. */
async function readRows({ database, trx }: Erasing, person: readonly string[]) {
  const rows = await trx
    .selectFrom('record')
    .select(['id', 'claim_code', 'ticket_index'])
    .where('claim_code', 'is not', null)
    .where((is) => is.or([database.among('id', person), database.among('visitor', person)]))
    .execute();
  return rows.map((row) => ({ ...row, id: row.id ?? '' }));
}

async function remember({ trx }: Erasing, rows: readonly { id: string; claim_code: string | null }[]): Promise<void> {
  for (const row of rows) {
    const insert = trx.insertInto('erased').values({ ...row, erase_order: null });
    await insert.onConflict((conflict) => conflict.column('id').doNothing()).execute();
  }
}

async function removeAttendees({ database, trx }: Erasing, tickets: readonly string[]): Promise<void> {
  const listed = await trx
    .selectFrom('attendee')
    .select('ticket_index')
    .where(database.among('ticket_index', tickets))
    .execute();
  await trx.deleteFrom('attendee').where(database.among('ticket_index', tickets)).execute();
  const items = listed.map((row) => ({ kind: 'attendee', id: row.ticket_index, body: null }) as const);
  await writeFeedItems({ database, trx, items });
}
