import type { RecordAnswer, Rejection } from '../protocol/records.ts';

/** What the hub has of a sequence number or an id: the digest of a record that it took, or why it did not. */
export type Taken =
  { readonly id: string; readonly digest: string } | { readonly digest: string; readonly rejected: Rejection };

export interface Arriving {
  /** Null when the record is not even readable. */
  readonly id: string | null;
  readonly digest: string;
  /** Found before any comparison: schema, kiosk, signature. */
  readonly fault: Rejection | null;
}

/**
 * One record of a kiosk against what the hub has. A record that nobody has seen is taken whatever stands under its sequence: a journal that
 * lost its end after the hub had had it (a disk that lied about its writes, a copy put back) uses those numbers again, and its visitors
 * are as real as the ones before.
 * @param atSequence what was taken under its sequence; null when that sequence is the next one
 * @param withId what was taken under its id, at whatever kiosk and sequence; a dead letter has taken none
 */
export function judgeRecord(arriving: Arriving, atSequence: Taken | null, withId: Taken | null): RecordAnswer {
  if (atSequence !== null && 'rejected' in atSequence && atSequence.digest === arriving.digest) {
    return { result: 'rejected', reason: atSequence.rejected };
  }
  if (arriving.fault !== null) return { result: 'rejected', reason: arriving.fault };
  if (withId === null || 'rejected' in withId) return { result: 'accepted' };
  return atSequence !== null && withId.digest === arriving.digest
    ? { result: 'duplicate' }
    : { result: 'rejected', reason: 'other-content' };
}

/** A rejected record takes its sequence all the same when it is the next: it never blocks the queue. */
export function nextAfter(next: number, sequence: number): number {
  return sequence === next ? next + 1 : next;
}
