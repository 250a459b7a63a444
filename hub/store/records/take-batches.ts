import { assert } from '../../../domain/assert.ts';
import type { KioskRecord } from '../../../domain/kiosk-record.ts';
import type { KioskState, RecordAnswer, Rejection } from '../../../domain/protocol/records.ts';
import { purposes, type Purpose } from '../../../domain/retention.ts';
import type { SealedRecord } from '../../../domain/sealed-record.ts';
import { judgeRecord, nextAfter } from '../../../domain/sync/intake.ts';
import { joinVisitors } from '../../people/join-visitors.ts';
import { emptyRecords } from '../../retention/empty-records.ts';
import type { Change, Database } from '../database/database.ts';
import { readLeases, type SeatLedger } from './seat-ledger.ts';
import { readTaken, type TakenIndex } from './taken-index.ts';
import { toDeadLetterRow, toRecordRow } from './rows.ts';
import type { ReadItem } from './read-item.ts';

export interface Batch {
  readonly kiosk: string;
  readonly epoch: string;
  readonly from: number;
  readonly items: readonly ReadItem[];
}

export type BatchAnswer =
  { readonly answers: RecordAnswer[]; readonly nextSequence: number } | { readonly outOfSequence: KioskState };

interface Taking {
  readonly database: Database;
  readonly trx: Change;
  readonly batches: readonly Batch[];
  readonly epoch: string;
  readonly now: number;
}

/** What the items judged so far will write. */
interface Outcome {
  readonly records: ReturnType<typeof toRecordRow>[];
  readonly letters: ReturnType<typeof toDeadLetterRow>[];
  readonly sealed: SealedRecord[];
}

/**
 * Judges every item in memory against what is on the disk and what came before it in this transaction, and then writes all of it: one
 * read and one write a table, however many kiosks wait.
 */
export async function takeBatches({ database, trx, batches, epoch, now }: Taking): Promise<BatchAnswer[]> {
  const { next, purged, restored } = await readStanding(database, trx, batches);
  const inSequence = batches.filter((batch) => batch.epoch === epoch && batch.from <= reach(batches, batch, next));
  const items = inSequence.flatMap((batch) => batch.items);
  const taken = await readTaken({ database, trx, batches: inSequence, next });
  const seats = await readLeases({ database, trx, records: listRecords(items), restored });
  const outcome: Outcome = { records: [], letters: [], sealed: [] };
  const answers = batches.map((batch): BatchAnswer => {
    const expected = next.get(batch.kiosk) ?? 1;
    if (batch.epoch !== epoch || batch.from > expected) return { outOfSequence: { epoch, nextSequence: expected } };
    const given = batch.items.map((item) =>
      take({ item, kiosk: batch.kiosk, next, taken, seats, purged, now, outcome }),
    );
    return { answers: given, nextSequence: next.get(batch.kiosk) ?? 1 };
  });
  await write({ database, trx, outcome, seats, next, batches: inSequence, now });
  return answers;
}

/** The next sequence that a batch may find, counting what the batches before it of the same kiosk bring. */
function reach(batches: readonly Batch[], batch: Batch, next: ReadonlyMap<string, number>): number {
  let reached = next.get(batch.kiosk) ?? 1;
  for (const earlier of batches) {
    if (earlier === batch) break;
    if (earlier.kiosk === batch.kiosk && earlier.from <= reached)
      reached = Math.max(reached, earlier.from + earlier.items.length);
  }
  return reached;
}

function listRecords(items: readonly ReadItem[]): KioskRecord[] {
  return items.flatMap(({ record }) => record ?? []);
}

async function readStanding(database: Database, trx: Change, batches: readonly Batch[]) {
  const names = [...new Set(batches.map(({ kiosk }) => kiosk))];
  const hub = await trx.selectFrom('hub').select(['purged', 'restored']).executeTakeFirstOrThrow();
  const rows = await trx
    .selectFrom('kiosk')
    .select(['kiosk', 'next_sequence'])
    .where(database.among('kiosk', names))
    .execute();
  const found = hub.purged.split(',');
  return {
    next: new Map(rows.map((row) => [row.kiosk, row.next_sequence])),
    purged: new Set<Purpose>(purposes.filter((purpose) => found.includes(purpose))),
    restored: hub.restored === 1,
  };
}

interface TakingOne {
  readonly item: ReadItem;
  readonly kiosk: string;
  readonly next: Map<string, number>;
  readonly taken: TakenIndex;
  readonly seats: SeatLedger;
  readonly purged: ReadonlySet<Purpose>;
  readonly now: number;
  readonly outcome: Outcome;
}

function take({ item, kiosk, next, taken, seats, purged, now, outcome }: TakingOne): RecordAnswer {
  const expected = next.get(kiosk) ?? 1;
  const isNext = item.sequence === expected;
  const atSequence = isNext ? null : taken.atSequence(kiosk, item.sequence);
  assert(isNext || atSequence !== null, 'every sequence before the next has a row');
  // A kiosk that purged a record after it was taken sends what is left of it: the same record.
  const arriving =
    item.record?.kind === 'tombstone' && atSequence !== null && 'id' in atSequence && atSequence.id === item.id
      ? { ...item, digest: atSequence.digest }
      : item;
  const answer = judgeSeat(
    judgeRecord(arriving, atSequence, item.id === null ? null : taken.withId(item.id)),
    item,
    seats,
  );
  next.set(kiosk, nextAfter(expected, item.sequence));
  if (answer.result === 'rejected')
    outcome.letters.push(toDeadLetterRow({ item, kiosk, reason: answer.reason, purged, now }));
  if (!isNext) return answer;
  const rejected = answer.result === 'rejected' ? answer.reason : null;
  taken.add(kiosk, item, rejected);
  outcome.records.push(toRecordRow({ item, kiosk, rejected, purged }));
  const { record } = item;
  if (rejected === null && (record?.kind === 'registration' || record?.kind === 'check-in'))
    outcome.sealed.push(record);
  return answer;
}

function judgeSeat(answer: RecordAnswer, { record }: ReadItem, seats: SeatLedger): RecordAnswer {
  if (answer.result !== 'accepted' || record?.kind !== 'seat') return answer;
  return seats.take(record) ? answer : { result: 'rejected', reason: 'no-lease' satisfies Rejection };
}

async function write({
  database,
  trx,
  outcome,
  seats,
  next,
  batches,
  now,
}: Pick<Taking, 'database' | 'trx' | 'batches' | 'now'> & {
  outcome: Outcome;
  seats: SeatLedger;
  next: ReadonlyMap<string, number>;
}): Promise<void> {
  const { records, letters, sealed } = outcome;
  const kept = records.filter(({ body, claim_code: code }) => body !== null && code !== null);
  const readable = new Set(kept.map(({ id }) => id));
  const visitors = await joinVisitors({
    database,
    trx,
    sealed: sealed.filter(({ id }) => readable.has(id)),
    now,
  });
  await database.insertRows(
    trx,
    'record',
    records.map((row) => ({ ...row, visitor: visitors.get(row.id ?? '') ?? null })),
  );
  await emptyReplaced(
    trx,
    sealed.filter(({ id }) => !readable.has(id)),
  );
  await writeLetters(trx, letters);
  await seats.write();
  for (const kiosk of new Set(batches.map((batch) => batch.kiosk))) {
    const standing = { next_sequence: next.get(kiosk) ?? 1, last_seen: now };
    await trx.updateTable('kiosk').set(standing).where('kiosk', '=', kiosk).execute();
  }
}

/** What came too late to be kept still replaces what is there. */
async function emptyReplaced(trx: Change, late: readonly SealedRecord[]): Promise<void> {
  const ids = late.flatMap(({ replaces }) => replaces ?? []);
  if (ids.length > 0) await emptyRecords(trx, (is) => is('id', 'in', ids));
}

/** The same letter sent again is one letter. */
async function writeLetters(trx: Change, letters: Outcome['letters']): Promise<void> {
  for (const letter of letters) {
    const insert = trx.insertInto('dead_letter').values(letter);
    await insert
      .onConflict((conflict) => conflict.columns(['kiosk', 'sequence', 'digest', 'reason']).doNothing())
      .execute();
  }
}
