import type { Change } from '../store/database/database.ts';

/** Empties the dead letters in which one of these stands. There are few, and what stands in them is whatever a kiosk sent. */
export async function emptyLetters(trx: Change, traces: readonly string[]): Promise<void> {
  const letters = await trx.selectFrom('dead_letter').select(['id', 'text']).where('text', 'is not', null).execute();
  for (const { id, text } of letters) {
    if (!traces.some((trace) => text?.includes(trace))) continue;
    await trx.updateTable('dead_letter').set({ text: null }).where('id', '=', id).execute();
  }
}
