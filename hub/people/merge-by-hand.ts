import { err, ok, type Result } from '../../domain/result.ts';
import type { Change, Database } from '../store/database/database.ts';
import { toPair, writeDecision, type StoredPair } from './create-people.ts';
import type { Pair } from './people.ts';
import { readSamePerson } from './same-person.ts';

interface Merging {
  readonly database: Database;
  readonly trx: Change;
  readonly first: string;
  readonly second: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A pair that is there already becomes the merged one. Of a new one the earlier visitor is the first, whose claim code survives. */
export async function mergeByHand(merging: Merging): Promise<Result<Pair, 'not-found' | 'already-merged'>> {
  const { database, trx, first, second, at } = merging;
  const firsts = await readFirsts(merging);
  if (firsts === null) return err('not-found');
  if ((await readSamePerson(trx)).of(first).includes(second)) return err('already-merged');
  const there = await trx
    .selectFrom('pair')
    .selectAll()
    .where(database.among('first', [first, second]))
    .where(database.among('second', [first, second]))
    .executeTakeFirst();
  const pair = there ?? (await insertPair(trx, { ...firsts, at }));
  const before = there?.state ?? 'dismissed';
  await writeDecision({ trx, pair, decision: { action: 'merged', state: 'merged', before }, at });
  return ok(toPair({ ...pair, state: 'merged' }));
}

/** In the order in which their first records arrived; null unless something is left of both. */
async function readFirsts({
  database,
  trx,
  first,
  second,
}: Merging): Promise<{ first: string; second: string } | null> {
  const rows = await trx
    .selectFrom('record')
    .select(['id', 'visitor'])
    .where('claim_code', 'is not', null)
    .where((is) => is.or([database.among('id', [first, second]), database.among('visitor', [first, second])]))
    .orderBy('number')
    .execute();
  const visitors = [...new Set(rows.map(({ id, visitor }) => visitor ?? id ?? ''))];
  const [earlier, later] = visitors.filter((visitor) => visitor === first || visitor === second);
  return earlier === undefined || later === undefined ? null : { first: earlier, second: later };
}

async function insertPair(
  trx: Change,
  { first, second, at }: { first: string; second: string; at: number },
): Promise<StoredPair> {
  const row = { kind: 'by-hand', state: 'possible', before: null, first, second, found: at } as const;
  const pair = await trx.insertInto('pair').values(row).returningAll().executeTakeFirstOrThrow();
  await trx.insertInto('pair_log').values({ pair: pair.id, action: 'found', at }).execute();
  return pair;
}
