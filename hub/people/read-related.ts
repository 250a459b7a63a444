import type { SealedRecord } from '../../domain/sealed-record.ts';
import type { Change, Database } from '../store/database/database.ts';
import type { Known } from './join-visitors.ts';

/** Records on the disk that the new ones correct, or that have the same ticket or contact, and the first records of those visitors. */
export async function readRelated({
  database,
  trx,
  sealed,
}: {
  database: Database;
  trx: Change;
  sealed: readonly SealedRecord[];
}): Promise<Known[]> {
  const replaced = sealed.flatMap(({ replaces }) => replaces ?? []);
  const tickets = sealed.flatMap(({ ticketIndex }) => ticketIndex ?? []);
  const contacts = sealed.flatMap(({ contactIndexes }) => contactIndexes);
  const select = () =>
    trx
      .selectFrom('record')
      .select(['id', 'visitor', 'number', 'kind', 'ticket_index', 'contact_1', 'contact_2'])
      .where('id', 'is not', null);
  const read = async (
    column: 'id' | 'ticket_index' | 'contact_1' | 'contact_2',
    values: readonly (string | number)[],
  ) => (values.length === 0 ? [] : await select().where(database.among(column, values)).execute());
  const found = await Promise.all([
    read('id', replaced),
    read('ticket_index', tickets),
    read('contact_1', contacts),
    read('contact_2', contacts),
  ]);
  const rows = found.flat();
  const there = new Set(rows.map(({ id }) => id));
  const firsts = new Set(rows.flatMap(({ visitor }) => (visitor === null || there.has(visitor) ? [] : visitor)));
  return [...rows, ...(await read('id', [...firsts]))].map((row) => ({
    id: row.id ?? '',
    visitor: row.visitor ?? row.id ?? '',
    number: row.number,
    isWalkIn: row.kind === 'registration',
    ticketIndex: row.ticket_index,
    contactIndexes: [row.contact_1, row.contact_2].filter((contact) => contact !== null),
  }));
}
