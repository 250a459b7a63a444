import type { ExpressionBuilder } from 'kysely';
import type { Tables } from '../database/tables.ts';

/**
 * The last sequence that was taken of a kiosk, null when there is none: each taken one has its row, so it is stored nowhere else. As a
 * subquery for each kiosk both databases read one entry of the index; grouped, they would read all records.
 */
export function lastSequence(is: ExpressionBuilder<Tables, 'kiosk'>) {
  return is
    .selectFrom('record')
    .whereRef('record.kiosk', '=', 'kiosk.kiosk')
    .select(({ fn }) => fn.max<number | null>('record.sequence').as('last'));
}
