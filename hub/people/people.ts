import type { VisitorDetails } from '../../domain/protocol/staff-calls.ts';
import type { OpenedRecord } from '../../domain/sealing/open-record.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import type { Answer } from '../store/store.ts';
import type { Changes, ReadSoFar } from './search/read-changes.ts';
import type { SamePerson } from './same-person.ts';

/** One person as far as the hub knows: sealed records that belong together. */
export interface Visitor {
  /** Id of the first record. */
  readonly visitor: string;
  /** The code that survives. */
  readonly claimCode: string;
  /** Codes on other badges of the same person. */
  readonly otherCodes: readonly string[];
  /** In order of arrival; without those that were purged. */
  readonly records: readonly (SealedRecord & { readonly isCurrent: boolean })[];
}

/**
 * `same-ticket`: one ticket came at two kiosks; the hub merges at once. `same-contact`: the blind index of an e-mail address or phone
 * number is the same. `by-hand`: staff know it.
 */
export type PairKind = 'same-ticket' | 'same-contact' | 'by-hand';
/** `possible` until the hub may open records; then `confirmed`, or `dismissed` when only the blind index was the same. */
export type PairState = 'possible' | 'confirmed' | 'merged' | 'dismissed';

export interface Pair {
  readonly id: number;
  readonly kind: PairKind;
  readonly state: PairState;
  /** The visitors as they were found. */
  readonly first: string;
  readonly second: string;
  /** Milliseconds since 1970. */
  readonly found: number;
}

export interface PairLogRow {
  readonly pair: number;
  readonly action: 'found' | 'confirmed' | 'merged' | 'dismissed' | 'undone';
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What happened to a visitor, as far as records, pairs and the audit trail tell. */
export type PastDeed = VisitorDetails['history'][number];

export interface People {
  /** The person that a visitor is, after all merges; null when nothing is left of it. */
  read(visitor: string): Answer<Visitor | null>;
  findByTicket(ticketIndex: string): Answer<Visitor | null>;
  /** The sealed copy of somebody on the organiser's list. */
  findAttendee(ticketIndex: string): Answer<string | null>;
  /** Who is one person. */
  samePerson(): Answer<SamePerson>;
  /** Of these visitors, the oldest first. */
  history(visitors: readonly string[]): Answer<PastDeed[]>;
  /** With any of these visitors, the newest first. */
  pairsOf(visitors: readonly string[]): Answer<Pair[]>;
  /** Two that nothing in their records connects. Undone, they are dismissed. `already-merged`: they are one person. */
  mergeByHand(two: { first: string; second: string }): Answer<Pair, 'not-found' | 'already-merged'>;
  /** For the search. */
  readChanges(since: ReadSoFar): Answer<Changes>;
  /** How many records and attendees there are for the search to read. */
  countSearchable(): Answer<number>;
  /**
   * Finds by any code, one on a badge that was merged away included. Two kiosks that cannot see each other may draw the same code (one
   * event in a thousand), so there may be two visitors.
   */
  findByClaimCode(claimCode: string): Answer<Visitor[]>;
  /** The newest first. */
  listPairs(page?: { states?: readonly PairState[]; limit?: number }): Answer<Pair[]>;
  compare(pair: number): Answer<{ pair: Pair; first: Visitor; second: Visitor }, 'not-found'>;
  /** The earlier visitor's claim code survives. */
  merge(pair: number): Answer<Pair, 'not-found' | 'already-merged'>;
  /** They are two people. `already-merged`: undo first. */
  dismiss(pair: number): Answer<Pair, 'not-found' | 'already-merged'>;
  /** Takes back a merge or a dismissal; after a merge the visitors are exactly who they were, with what came since. */
  undo(pair: number): Answer<Pair, 'not-found' | 'nothing-to-undo'>;
  /** Append-only; the oldest first. */
  log(pair: number): Answer<PairLogRow[]>;
  /**
   * Looks at each `possible` pair with the event's key: the same contact confirms it, another dismisses it, and one that cannot be opened
   * stays. @param open gives null when the record cannot be opened
   * @returns how many were decided
   */
  confirmPairs(how: {
    open: (record: SealedRecord) => Promise<OpenedRecord | null>;
    country: string;
  }): Answer<{ confirmed: number; dismissed: number; left: number }>;
}
