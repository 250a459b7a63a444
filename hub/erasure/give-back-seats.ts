import type { Change, Queries } from '../store/database/database.ts';

/**
 * Seats and places on waiting lists of erased visitors, by their claim codes. Two kiosks may have drawn the same code, one event in a
 * thousand: while somebody else has it, the seat may be theirs and stays.
 */
export async function listSeatsLeft(queries: Queries): Promise<string[]> {
  const rows = await queries
    .selectFrom('seat')
    .innerJoin('erased', 'erased.claim_code', 'seat.claim_code')
    .select('seat.id')
    .distinct()
    .where('seat.cancelled_by', 'is', null)
    .where((is) =>
      is.not(
        is.exists(is.selectFrom('record').select('record.id').whereRef('record.claim_code', '=', 'seat.claim_code')),
      ),
    )
    .execute();
  return rows.map(({ id }) => id);
}

/** The kiosks cancel them in their journals as well, when they follow the order. @param order that says so */
export async function giveBackSeats(trx: Change, { seats, order }: { seats: readonly string[]; order: string }) {
  for (const id of seats) await trx.updateTable('seat').set({ cancelled_by: order }).where('id', '=', id).execute();
}
