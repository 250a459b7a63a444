import type { Change, Database } from '../store/database/database.ts';
import type { NewPair } from './join-visitors.ts';

/** A pair that is there already, whatever was decided about it, stays as it is. */
export async function writePairs({
  database,
  trx,
  pairs,
  now,
}: {
  database: Database;
  trx: Change;
  pairs: readonly NewPair[];
  now: number;
}): Promise<void> {
  const logged: { pair: number; action: 'found' | 'merged'; at: number }[] = [];
  for (const { kind, first, second } of pairs) {
    const there = trx.selectFrom('pair').select('id').where('first', 'in', [first, second]);
    const found = await there.where('second', 'in', [first, second]).executeTakeFirst();
    if (found !== undefined) continue;
    const isMerged = kind === 'same-ticket';
    const row = { kind, first, second, found: now, state: isMerged ? 'merged' : 'possible', before: null } as const;
    const { id } = await trx.insertInto('pair').values(row).returning('id').executeTakeFirstOrThrow();
    logged.push({ pair: id, action: 'found', at: now });
    if (isMerged) logged.push({ pair: id, action: 'merged', at: now });
  }
  await database.insertRows(trx, 'pair_log', logged);
}
