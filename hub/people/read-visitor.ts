import { sealedRecordSchema } from '../../domain/sealed-record.ts';
import type { Database } from '../store/database/database.ts';
import type { Visitor } from './people.ts';
import type { SamePerson } from './same-person.ts';

/**
 * The person that a visitor is, after all merges. Null when nothing is left of it.
 * @param alone without merges: one side of a pair
 */
export async function readVisitor({
  database,
  visitor,
  samePerson,
}: {
  database: Database;
  visitor: string;
  samePerson: SamePerson | null;
}): Promise<Visitor | null> {
  const visitors = samePerson?.of(visitor) ?? [visitor];
  const rows = await database.db
    .selectFrom('record')
    .select(['id', 'visitor', 'body'])
    .where('body', 'is not', null)
    .where((is) => is.or([database.among('id', visitors), database.among('visitor', visitors)]))
    .orderBy('number')
    .execute();
  const records = rows.map(({ body }) => sealedRecordSchema.parse(JSON.parse(body ?? 'null')));
  const [first] = records;
  const [firstRow] = rows;
  if (first === undefined || firstRow === undefined) return null;
  const replaced = new Set(records.map(({ replaces }) => replaces));
  const { claimCode } = first;
  return {
    visitor: firstRow.visitor ?? firstRow.id ?? '',
    claimCode,
    otherCodes: [...new Set(records.map((record) => record.claimCode))].filter((code) => code !== claimCode),
    records: records.map((record) => ({ ...record, isCurrent: !replaced.has(record.id) })),
  };
}
