import type { RecordsAnswer } from '../../../domain/protocol/records.ts';
import { err, ok, type Result } from '../../../domain/result.ts';
import { attemptResult } from '../attempt.ts';
import { readEvent } from '../feed-publish.ts';
import type { Parts } from '../parts.ts';
import type { Ingest, OutOfSequence, Records } from '../store.ts';
import { appendOwn } from './append-own.ts';
import { createGroupCommit } from './group-commit.ts';
import { lastSequence } from './last-sequence.ts';
import { listArrivals } from './list-arrivals.ts';
import { listSealed } from './list-sealed.ts';
import { createQuestions } from './questions.ts';
import { readItems } from './read-item.ts';
import { keyOf } from './signature.ts';
import { takeBatches, type Batch, type BatchAnswer } from './take-batches.ts';

export function createRecords({ database, attempt, now, epoch }: Parts): Records {
  const { db, change } = database;
  const questions = createQuestions(database);
  const submit = createGroupCommit<Batch, BatchAnswer>((batches) =>
    change((trx, writeLast) => takeBatches({ database, questions, trx, writeLast, batches, epoch, now: now() })),
  );
  let event: string | undefined;

  /** Once there is an event, this database is that event's for good. */
  async function knowEvent(): Promise<string | undefined> {
    event ??= (await readEvent(db))?.id;
    return event;
  }

  async function ingest({
    kiosk,
    publicKey,
    epoch: believed,
    from,
    records,
    proof = 'records',
  }: Ingest): Promise<Result<RecordsAnswer, OutOfSequence | 'unavailable'>> {
    const known = await knowEvent();
    if (known === undefined) return err('unavailable');
    const sender = { kiosk, event: known, key: keyOf(publicKey) };
    const items = await readItems({ items: records, from, sender, proof });
    const answer = await submit({ kiosk, epoch: believed, from, items }, items.length);
    if ('outOfSequence' in answer) return err({ code: 'out-of-sequence', state: answer.outOfSequence });
    return ok({ epoch, ...answer });
  }

  return {
    state: (kiosk) =>
      attempt(async () => {
        const known = db.selectFrom('kiosk').where('kiosk', '=', kiosk);
        const row = await known.select((is) => lastSequence(is).as('last')).executeTakeFirst();
        return { epoch, nextSequence: (row?.last ?? 0) + 1 };
      }),
    append: (own) =>
      attemptResult(attempt, async () => {
        const known = await knowEvent();
        if (known === undefined) return err('unavailable');
        return change((trx, writeLast) =>
          appendOwn({ database, questions, trx, writeLast, event: known, epoch, now: now(), own }),
        );
      }),
    ingest: (batch) => attemptResult(attempt, () => ingest(batch)),
    deadLetters: ({ limit = 100, kiosk } = {}) =>
      attempt(() =>
        db
          .selectFrom('dead_letter')
          .select(['kiosk', 'sequence', 'reason', 'text', 'received'])
          .$if(kiosk !== undefined, (query) => query.where('kiosk', '=', kiosk ?? ''))
          .orderBy('id', 'desc')
          .limit(limit)
          .execute(),
      ),
    count: () =>
      attempt(() =>
        db
          .selectFrom('record')
          .select(({ fn }) => [
            fn.count<number>('id').as('accepted'),
            fn.count<number>('rejected').as('rejected'),
            fn.count<number>('claim_code').as('sealed'),
          ])
          .executeTakeFirstOrThrow(),
      ),
    listArrivals: (page) => attempt(() => listArrivals(db, page)),
    listSealed: (page) => attempt(() => listSealed({ db, ...page })),
  };
}
