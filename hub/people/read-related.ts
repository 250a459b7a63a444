import type { SealedRecord } from '../../domain/sealed-record.ts';
import type { Change } from '../store/database/database.ts';
import type { Questions } from '../store/records/questions.ts';
import type { Known } from './join-visitors.ts';

/** Records on the disk that the new ones correct, or that have the same ticket or contact, and the first records of those visitors. */
export async function readRelated({
  questions,
  trx,
  sealed,
}: {
  questions: Questions;
  trx: Change;
  sealed: readonly SealedRecord[];
}): Promise<Known[]> {
  const replaced = sealed.flatMap(({ replaces }) => replaces ?? []);
  const tickets = sealed.flatMap(({ ticketIndex }) => ticketIndex ?? []);
  const contacts = sealed.flatMap(({ contactIndexes }) => contactIndexes);
  const found = await Promise.all([
    questions.relatedById(trx, replaced),
    questions.relatedByTicket(trx, tickets),
    questions.relatedByContact(trx, contacts),
  ]);
  const rows = found.flat();
  const there = new Set(rows.map(({ id }) => id));
  const firsts = new Set(rows.flatMap(({ visitor }) => (visitor === null || there.has(visitor) ? [] : visitor)));
  return [...rows, ...(await questions.relatedById(trx, [...firsts]))].map((row) => ({
    id: row.id ?? '',
    visitor: row.visitor ?? row.id ?? '',
    number: row.number,
    isWalkIn: row.kind === 'registration',
    ticketIndex: row.ticket_index,
    contactIndexes: [row.contact_1, row.contact_2].filter((contact) => contact !== null),
  }));
}
