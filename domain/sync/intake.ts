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
 * One record of a kiosk against what the hub has.
 * @param atSequence what was taken under its sequence; null when that sequence is the next one
 * @param withId what was taken under its id, at whatever kiosk and sequence; a dead letter has taken none
 */
export function judgeRecord(arriving: Arriving, atSequence: Taken | null, withId: Taken | null): RecordAnswer {
  if (atSequence !== null) {
    if ('rejected' in atSequence && atSequence.digest === arriving.digest) {
      return { result: 'rejected', reason: atSequence.rejected };
    }
    if (arriving.fault !== null) return { result: 'rejected', reason: arriving.fault };
    if (!('rejected' in atSequence) && atSequence.id === arriving.id) {
      return atSequence.digest === arriving.digest
        ? { result: 'duplicate' }
        : { result: 'rejected', reason: 'other-content' };
    }
    return { result: 'rejected', reason: 'sequence-taken' };
  }
  if (arriving.fault !== null) return { result: 'rejected', reason: arriving.fault };
  const free = withId === null || 'rejected' in withId;
  return free ? { result: 'accepted' } : { result: 'rejected', reason: 'other-content' };
}

/** A rejected record takes its sequence all the same when it is the next: it never blocks the queue. */
export function nextAfter(next: number, sequence: number): number {
  return sequence === next ? next + 1 : next;
}
