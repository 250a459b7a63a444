import { sealedRecordSchema, type SealedRecord } from '../../../domain/sealed-record.ts';
import type { Queries } from '../../store/database/database.ts';

/** How far somebody has read; zeros for nothing yet. */
export interface ReadSoFar {
  /** `number` of the last record, and of the last that was erased. */
  readonly record: number;
  readonly erased: number;
  /** Revision of the last attendee in the feed. */
  readonly attendee: number;
}

export interface Changes {
  readonly reached: ReadSoFar;
  /** Nothing came after this page. */
  readonly isLast: boolean;
  readonly records: readonly { number: number; visitor: string; record: SealedRecord }[];
  /** Ids of visitors' first records and of their corrections. */
  readonly erased: readonly string[];
  /** `sealed` is null for somebody who is not on the list any more. */
  readonly attendees: readonly { index: string; sealed: string | null }[];
  /** Purposes that were purged: when it is another text than before, what was read before is not all there any more. */
  readonly purged: string;
}

const pageSize = 250;

/**
 * What came and went since: records in the order of arrival, attendees in the order of the feed. Both numbers are given under the lock of
 * changes, so nothing appears later behind what was read.
 */
export async function readChanges(db: Queries, since: ReadSoFar): Promise<Changes> {
  const [{ purged }, erased, records, attendees] = await Promise.all([
    db.selectFrom('hub').select('purged').executeTakeFirstOrThrow(),
    db.selectFrom('erased').select(['number', 'id']).where('number', '>', since.erased).orderBy('number').execute(),
    db
      .selectFrom('record')
      .select(['number', 'id', 'visitor', 'body'])
      .where('number', '>', since.record)
      .where('claim_code', 'is not', null)
      .orderBy('number')
      .limit(pageSize)
      .execute(),
    db
      .selectFrom('feed_item')
      .leftJoin('attendee', 'attendee.ticket_index', 'feed_item.id')
      .select(['feed_item.id', 'feed_item.revision', 'attendee.sealed'])
      .where('feed_item.kind', '=', 'attendee')
      .where('feed_item.revision', '>', since.attendee)
      .orderBy('feed_item.revision')
      .limit(pageSize)
      .execute(),
  ]);
  return {
    reached: {
      record: records.at(-1)?.number ?? since.record,
      erased: erased.at(-1)?.number ?? since.erased,
      attendee: attendees.at(-1)?.revision ?? since.attendee,
    },
    isLast: records.length < pageSize && attendees.length < pageSize,
    records: records.map(({ number, id, visitor, body }) => ({
      number,
      visitor: visitor ?? id ?? '',
      record: sealedRecordSchema.parse(JSON.parse(body ?? 'null')),
    })),
    erased: erased.map(({ id }) => id),
    attendees: attendees.map(({ id, sealed }) => ({ index: id, sealed })),
    purged,
  };
}

/** How many there are to read from the beginning. */
export async function countSearchable(db: Queries): Promise<number> {
  const [records, attendees] = await Promise.all([
    db
      .selectFrom('record')
      .select(({ fn }) => fn.count<number>('claim_code').as('sealed'))
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('attendee')
      .select(({ fn }) => fn.countAll<number>().as('all'))
      .executeTakeFirstOrThrow(),
  ]);
  return records.sealed + attendees.all;
}
