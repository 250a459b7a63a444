import type { Arrival } from '../../staff/quarters.ts';
import type { Queries } from '../database/database.ts';

/**
 * The first records of visitors: a correction has the visitor of the record that it corrects. What was purged still counts, because its
 * id, kind and time stay.
 */
export async function listArrivals(
  db: Queries,
  { after, limit }: { after: number; limit: number },
): Promise<{ arrivals: Arrival[]; last: number; isWhole: boolean }> {
  const rows = await db
    .selectFrom('record')
    .select(['number', 'id', 'kind', 'kiosk', 'visitor', 'ticket_index', 'received'])
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
  const arrivals = rows.flatMap(({ number, id, kind, kiosk, visitor, ticket_index: ticketIndex, received }) => {
    if (id === null || visitor !== null || (kind !== 'registration' && kind !== 'check-in')) return [];
    return [{ number, id, kind, kiosk, ticketIndex, received }];
  });
  return { arrivals, last: rows.at(-1)?.number ?? after, isWhole: rows.length < limit };
}
