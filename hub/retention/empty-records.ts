import type { ExpressionBuilder, Expression, SqlBool } from 'kysely';
import type { Change } from '../store/database/database.ts';
import type { Tables } from '../store/database/tables.ts';

const nothing = {
  body: null,
  replaces: null,
  claim_code: null,
  ticket_index: null,
  contact_1: null,
  contact_2: null,
} as const;

/**
 * Empties the sealed records that are meant and, whatever they were for, those which they had replaced: a visitor who left the talent pool
 * must not come back into it when the correction is purged first. Ids, sequences and digests stay, so that what comes again is known; a
 * digest of a ciphertext tells nothing.
 * @returns how many were emptied
 */
export async function emptyRecords(
  trx: Change,
  which: (is: ExpressionBuilder<Tables, 'record'>) => Expression<SqlBool>,
): Promise<number> {
  const emptied = await trx
    .withRecursive('gone(id, replaces)', (from) =>
      from
        .selectFrom('record')
        .select(['record.id', 'record.replaces'])
        .where('record.body', 'is not', null)
        .where(which)
        .union((more) =>
          more
            .selectFrom('record as earlier')
            .innerJoin('gone', 'gone.replaces', 'earlier.id')
            .select(['earlier.id', 'earlier.replaces']),
        ),
    )
    .updateTable('record')
    .set(nothing)
    .where('body', 'is not', null)
    .where('id', 'in', (from) => from.selectFrom('gone').select('gone.id'))
    .executeTakeFirst();
  return Number(emptied.numUpdatedRows);
}
