import type { Change, Database } from '../store/database/database.ts';
import type { NewPair } from './join-visitors.ts';

interface Writing {
  readonly database: Database;
  readonly trx: Change;
  readonly pairs: readonly NewPair[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A pair that is there already, whatever was decided about it, stays as it is. As many statements for one pair as for a thousand. */
export async function writePairs({ database, trx, pairs, now }: Writing): Promise<void> {
  if (pairs.length === 0) return;
  const there = new Set((await readPairs({ database, trx, pairs })).map(keyOf));
  const added = new Map<string, NewPair>();
  // Of one pair that was found twice, by its ticket and then by the contact of a correction, the first tells more.
  for (const pair of pairs) if (!there.has(keyOf(pair)) && !added.has(keyOf(pair))) added.set(keyOf(pair), pair);
  const rows = [...added.values()].map(({ kind, first, second }) => {
    const state = kind === 'same-ticket' ? 'merged' : 'possible';
    return { kind, state, before: null, first, second, found: now };
  });
  await database.insertRows(trx, 'pair', rows);
  const written = (await readPairs({ database, trx, pairs: rows })).filter((pair) => added.has(keyOf(pair)));
  const logged = written.flatMap(({ id, state }) => [
    { pair: id, action: 'found', at: now },
    ...(state === 'merged' ? [{ pair: id, action: 'merged', at: now }] : []),
  ]);
  await database.insertRows(trx, 'pair_log', logged);
}

/** Whichever of the two is named first. */
const keyOf = ({ first, second }: { first: string; second: string }) => [first, second].toSorted().join(' ');

/** All that lie between the visitors of these pairs. */
async function readPairs({
  database,
  trx,
  pairs,
}: Pick<Writing, 'database' | 'trx'> & { pairs: readonly { first: string; second: string }[] }) {
  if (pairs.length === 0) return [];
  const visitors = [...new Set(pairs.flatMap(({ first, second }) => [first, second]))];
  return trx
    .selectFrom('pair')
    .select(['id', 'first', 'second', 'state'])
    .where(database.among('first', visitors))
    .where(database.among('second', visitors))
    .execute();
}
