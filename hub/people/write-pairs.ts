import type { Change, Database } from '../store/database/database.ts';
import type { NewPair } from './join-visitors.ts';

interface Writing {
  readonly database: Database;
  readonly trx: Change;
  readonly pairs: readonly NewPair[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * A pair that is there already, whatever was decided about it, stays as it is; one that only a contact made, and that nobody has looked
 * at, becomes a merged one when the ticket is the same. As many statements for one pair as for a thousand.
 */
export async function writePairs({ database, trx, pairs, now }: Writing): Promise<void> {
  if (pairs.length === 0) return;
  const there = new Map((await readPairs({ database, trx, pairs })).map((pair) => [keyOf(pair), pair]));
  const added = new Map<string, NewPair>();
  const proven = new Set<number>();
  for (const pair of pairs) {
    const [key, isProof] = [keyOf(pair), pair.kind === 'same-ticket'];
    const before = there.get(key);
    if (before === undefined) {
      // Of one pair that was found twice, by its ticket and by the contact of a correction, the ticket tells more.
      if (isProof || !added.has(key)) added.set(key, pair);
    } else if (isProof && before.kind === 'same-contact' && before.state === 'possible') proven.add(before.id);
  }
  await mergeUndecided({ database, trx, pairs: [...proven], now });
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

/** What staff have merged, parted or dismissed once is theirs to decide. */
async function mergeUndecided({
  database,
  trx,
  pairs,
  now,
}: Pick<Writing, 'database' | 'trx' | 'now'> & { pairs: readonly number[] }): Promise<void> {
  if (pairs.length === 0) return;
  const decisions = await trx
    .selectFrom('pair_log')
    .select('pair')
    .where('pair', 'in', pairs)
    .where('action', '!=', 'found')
    .execute();
  const decided = new Set(decisions.map(({ pair }) => pair));
  const undecided = pairs.filter((pair) => !decided.has(pair));
  if (undecided.length === 0) return;
  const merged = { kind: 'same-ticket', state: 'merged', before: null } as const;
  await trx.updateTable('pair').set(merged).where('id', 'in', undecided).execute();
  const logged = undecided.map((pair) => ({ pair, action: 'merged', at: now }));
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
    .select(['id', 'kind', 'first', 'second', 'state'])
    .where(database.among('first', visitors))
    .where(database.among('second', visitors))
    .execute();
}
