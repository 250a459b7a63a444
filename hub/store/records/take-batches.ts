import { assert } from '../../../domain/assert.ts';
import type { KioskRecord } from '../../../domain/kiosk-record.ts';
import type { KioskState, RecordAnswer } from '../../../domain/protocol/records.ts';
import { purposes, type Purpose } from '../../../domain/retention.ts';
import type { SealedRecord } from '../../../domain/sealed-record.ts';
import { judgeRecord, nextAfter } from '../../../domain/sync/intake.ts';
import { joinVisitors, type Known } from '../../people/join-visitors.ts';
import { readRelated } from '../../people/read-related.ts';
import { writePairs } from '../../people/write-pairs.ts';
import { createKnownErased, listLinks, type KnownErased } from '../../erasure/known-erased.ts';
import { emptyRecords } from '../../retention/empty-records.ts';
import type { Change, Database, WriteLast } from '../database/database.ts';
import { readLeases, type SeatLedger } from './seat-ledger.ts';
import { createTakenIndex, readAgain, type TakenIndex } from './taken-index.ts';
import type { Questions } from './questions.ts';
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
  readonly questions: Questions;
  readonly trx: Change;
  readonly writeLast: WriteLast;
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
 * read and one write a table, however many kiosks wait, and PostgreSQL is asked without waiting for one answer after the other.
 */
export async function takeBatches({
  database,
  questions,
  trx,
  writeLast,
  batches,
  epoch,
  now,
}: Taking): Promise<BatchAnswer[]> {
  const ids = batches.flatMap(({ items }) => items.flatMap(({ id }) => id ?? []));
  const records = batches.flatMap(({ items }) => items.flatMap(({ record }) => record ?? []));
  const links = batches.flatMap(({ items }) => items.flatMap(listLinks));
  const [{ next, purged, restored }, byId, seats, related, gone] = await Promise.all([
    readStanding({ questions, trx, batches }),
    questions.taken(trx, ids),
    readLeases({ database, trx, records }),
    readRelated({ questions, trx, sealed: records.filter(isSealed) }),
    questions.erased(trx, links),
  ]);
  const erased = createKnownErased(gone.map(({ id }) => id));
  const inSequence = batches.filter((batch) => batch.epoch === epoch && batch.from <= reach(batches, batch, next));
  const again = await readAgain({ trx, batches: inSequence, next });
  const taken = createTakenIndex([...byId, ...again]);
  const outcome: Outcome = { records: [], letters: [], sealed: [] };
  const taking = { next, taken, seats, purged, erased, restored, now, outcome };
  const answers = batches.map((batch): BatchAnswer => {
    const expected = next.get(batch.kiosk) ?? 1;
    if (!inSequence.includes(batch)) return { outOfSequence: { epoch, nextSequence: expected } };
    const given = batch.items.map((item) => take({ item, kiosk: batch.kiosk, ...taking }));
    return { answers: given, nextSequence: next.get(batch.kiosk) ?? 1 };
  });
  await write({ database, trx, writeLast, outcome, seats, related, erased, now });
  return answers;
}

function isSealed(record: KioskRecord): record is SealedRecord {
  return record.kind === 'registration' || record.kind === 'check-in';
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

async function readStanding({ questions, trx, batches }: Pick<Taking, 'questions' | 'trx' | 'batches'>) {
  const names = [...new Set(batches.map(({ kiosk }) => kiosk))];
  const rows = await questions.standing(trx, names);
  const found = rows[0]?.purged.split(',') ?? [];
  return {
    next: new Map(rows.map(({ kiosk, last }) => [kiosk, (last ?? 0) + 1])),
    purged: new Set<Purpose>(purposes.filter((purpose) => found.includes(purpose))),
    restored: rows[0]?.restored === 1,
  };
}

interface TakingOne {
  readonly item: ReadItem;
  readonly kiosk: string;
  readonly next: Map<string, number>;
  readonly taken: TakenIndex;
  readonly seats: SeatLedger;
  readonly purged: ReadonlySet<Purpose>;
  readonly erased: KnownErased;
  readonly restored: boolean;
  readonly now: number;
  readonly outcome: Outcome;
}

function take({ item, kiosk, next, taken, seats, purged, erased, restored, now, outcome }: TakingOne): RecordAnswer {
  const expected = next.get(kiosk) ?? 1;
  const isNext = item.sequence === expected;
  const atSequence = isNext ? null : taken.atSequence(kiosk, item.sequence);
  assert(isNext || atSequence !== null, 'every sequence before the next has a row');
  const known = item.id === null ? null : taken.withId(item.id);
  // A kiosk that purged a record after it was taken sends what is left of it: the same record.
  const arriving = item.record?.kind === 'tombstone' && known !== null ? { ...item, digest: known.digest } : item;
  const answer = judgeSeat({ answer: judgeRecord(arriving, atSequence, known), item, seats, restored });
  next.set(kiosk, nextAfter(expected, item.sequence));
  const isErased = erased.has(item);
  if (answer.result === 'rejected')
    outcome.letters.push(toDeadLetterRow({ item, kiosk, reason: answer.reason, purged, isErased, now }));
  if (!isNext && answer.result !== 'accepted') return answer;
  const rejected = answer.result === 'rejected' ? answer.reason : null;
  const sequence = isNext ? item.sequence : null;
  taken.add({ kiosk, sequence, item, rejected });
  outcome.records.push(toRecordRow({ item, kiosk, sequence, rejected, purged, isErased, now }));
  const { record } = item;
  if (rejected === null && record !== null && isSealed(record)) {
    outcome.sealed.push(record);
    if (isErased) erased.add(record.id, record.claimCode);
  }
  return answer;
}

function judgeSeat(given: {
  answer: RecordAnswer;
  item: ReadItem;
  seats: SeatLedger;
  restored: boolean;
}): RecordAnswer {
  const { answer, item, seats, restored } = given;
  if (answer.result !== 'accepted' || item.record?.kind !== 'seat') return answer;
  return seats.take(item.record, { restored }) ? answer : { result: 'rejected', reason: 'no-lease' };
}

async function write({
  database,
  trx,
  writeLast,
  outcome,
  seats,
  related,
  erased,
  now,
}: Pick<Taking, 'database' | 'trx' | 'writeLast' | 'now'> & {
  outcome: Outcome;
  seats: SeatLedger;
  related: readonly Known[];
  erased: KnownErased;
}): Promise<void> {
  const { records, letters, sealed } = outcome;
  const readable = new Set(records.filter(({ body }) => body !== null).map(({ id }) => id));
  const { visitors, pairs } = joinVisitors({ sealed: sealed.filter(({ id }) => readable.has(id)), related });
  const rows = records.map((row) => ({ ...row, visitor: visitors.get(row.id ?? '') ?? null }));
  const late = sealed.filter(({ id }) => !readable.has(id));
  await Promise.all([
    writePairs({ database, trx, pairs, now }),
    emptyReplaced(trx, late),
    writeLetters(trx, letters),
    seats.write(),
    database.insertRows(trx, 'erased', erased.added),
  ]);
  writeLast(database.insertRows(trx, 'record', rows));
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
