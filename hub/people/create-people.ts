import { err, ok, type Result } from '../../domain/result.ts';
import { attemptResult } from '../store/attempt.ts';
import type { Change, Queries } from '../store/database/database.ts';
import type { Parts } from '../store/parts.ts';
import { confirmPairs } from './confirm-pairs.ts';
import type { Pair, PairLogRow, PairState, People } from './people.ts';
import { mergeByHand } from './merge-by-hand.ts';
import { readHistory } from './read-history.ts';
import { readVisitor } from './read-visitor.ts';
import { readSamePerson } from './same-person.ts';
import { countSearchable, readChanges } from './search/read-changes.ts';

export function createPeople({ database, attempt, now }: Parts): People {
  const { db, change } = database;

  /** One decision of staff: the pair's state and a row in the log, or a reason why not. */
  function decide<Reason>(
    id: number,
    decision: (pair: StoredPair) => Result<Decision, Reason>,
  ): Promise<Result<Pair, Reason | 'not-found' | 'storage-failed'>> {
    return attemptResult<Pair, Reason | 'not-found'>(attempt, () =>
      change(async (trx): Promise<Result<Pair, Reason | 'not-found'>> => {
        const pair = await findPair(trx, id);
        if (pair === undefined) return err('not-found');
        const decided = decision(pair);
        if (!decided.ok) return decided;
        await writeDecision({ trx, pair, decision: decided.value, at: now() });
        const { state } = decided.value;
        return ok(toPair({ ...pair, state }));
      }),
    );
  }

  async function readPerson(visitor: string) {
    return readVisitor({ database, visitor, samePerson: await readSamePerson(db) });
  }

  return {
    read: (visitor) => attempt(() => readPerson(visitor)),
    findByTicket: (ticketIndex) =>
      attempt(async () => {
        const row = await db
          .selectFrom('record')
          .select(['id', 'visitor'])
          .where('ticket_index', '=', ticketIndex)
          .orderBy('number')
          .limit(1)
          .executeTakeFirst();
        return row === undefined ? null : readPerson(row.visitor ?? row.id ?? '');
      }),
    findAttendee: (ticketIndex) =>
      attempt(async () => {
        const attendee = db.selectFrom('attendee').select('sealed').where('ticket_index', '=', ticketIndex);
        return (await attendee.executeTakeFirst())?.sealed ?? null;
      }),
    samePerson: () => attempt(() => readSamePerson(db)),
    history: (visitors) => attempt(() => readHistory(database, visitors)),
    pairsOf: (visitors) =>
      attempt(async () => {
        const rows = await db
          .selectFrom('pair')
          .selectAll()
          .where((is) => is.or([database.among('first', visitors), database.among('second', visitors)]))
          .orderBy('id', 'desc')
          .execute();
        return rows.map(toPair);
      }),
    mergeByHand: (two) =>
      attemptResult<Pair, 'not-found' | 'already-merged'>(attempt, () =>
        change((trx) => mergeByHand({ database, trx, at: now(), ...two })),
      ),
    readChanges: (since) => attempt(() => readChanges(db, since)),
    countSearchable: () => attempt(() => countSearchable(db)),
    findByClaimCode: (claimCode) =>
      attempt(async () => {
        const rows = await db
          .selectFrom('record')
          .select(['id', 'visitor'])
          .where('claim_code', '=', claimCode)
          .orderBy('number')
          .execute();
        const samePerson = await readSamePerson(db);
        const found = rows.map((row) => samePerson.of(row.visitor ?? row.id ?? ''));
        const persons = found.filter(
          ([first = ''], index) => found.findIndex((visitors) => visitors.includes(first)) === index,
        );
        const visitors = persons.map(([visitor = '']) => readVisitor({ database, visitor, samePerson }));
        return (await Promise.all(visitors)).filter((visitor) => visitor !== null);
      }),
    listPairs: ({ states, limit = 100 } = {}) =>
      attempt(async () => {
        const samePerson = await readSamePerson(db);
        const rows = await db
          .selectFrom('pair')
          .selectAll()
          .$if(states !== undefined, (query) => query.where('state', 'in', states ?? []))
          .orderBy('id', 'desc')
          .execute();
        // What another merge has settled is no question any more.
        const isSettled = ({ state, first, second }: StoredPair) =>
          (state === 'possible' || state === 'confirmed') && samePerson.of(first).includes(second);
        return rows
          .filter((row) => !isSettled(row))
          .slice(0, limit)
          .map(toPair);
      }),
    compare: (id) =>
      attemptResult(attempt, async () => {
        const pair = await findPair(db, id);
        if (pair === undefined) return err('not-found');
        const [first, second] = await Promise.all(
          [pair.first, pair.second].map((visitor) => readVisitor({ database, visitor, samePerson: null })),
        );
        if (first == null || second == null) return err('not-found');
        return ok({ pair: toPair(pair), first, second });
      }),
    merge: (id) =>
      decide(id, ({ state }) =>
        state === 'merged' ? err('already-merged') : ok({ action: 'merged', state: 'merged', before: state }),
      ),
    dismiss: (id) =>
      decide(id, ({ state, before }) => {
        if (state === 'merged') return err('already-merged');
        const earlier = state === 'dismissed' ? before : state;
        return ok({ action: 'dismissed', state: 'dismissed', before: earlier });
      }),
    undo: (id) =>
      decide(id, ({ state, before }) => {
        if (state !== 'merged' && state !== 'dismissed') return err('nothing-to-undo');
        return ok({ action: 'undone', state: before ?? 'possible', before: null });
      }),
    log: (pair) =>
      attempt(() =>
        db.selectFrom('pair_log').select(['pair', 'action', 'at']).where('pair', '=', pair).orderBy('id').execute(),
      ),
    confirmPairs: ({ open, country }) => attempt(() => confirmPairs({ database, now, open, country })),
  };
}

export interface StoredPair extends Pair {
  readonly before: PairState | null;
}

interface Decision {
  readonly action: PairLogRow['action'];
  readonly state: PairState;
  readonly before: PairState | null;
}

function findPair(queries: Queries, id: number): Promise<StoredPair | undefined> {
  return queries.selectFrom('pair').selectAll().where('id', '=', id).executeTakeFirst();
}

export function toPair({ id, kind, state, first, second, found }: StoredPair): Pair {
  return { id, kind, state, first, second, found };
}

export async function writeDecision({
  trx,
  pair,
  decision,
  at,
}: {
  trx: Change;
  pair: { readonly id: number };
  decision: Decision;
  at: number;
}): Promise<void> {
  const { action, state, before } = decision;
  await trx.updateTable('pair').set({ state, before }).where('id', '=', pair.id).execute();
  await trx.insertInto('pair_log').values({ pair: pair.id, action, at }).execute();
}
