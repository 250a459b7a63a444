import type { Logger } from 'pino';
import type { LockedAttendee } from '../../domain/attendee.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { EventDetails } from '../../domain/event.ts';
import type { FeedPage } from '../../domain/protocol/feed.ts';
import type { KioskState, RecordsAnswer, RecordsRequest, Rejection } from '../../domain/protocol/records.ts';
import type { Lease, LeaseRequest } from '../../domain/protocol/seats.ts';
import type { Result } from '../../domain/result.ts';
import type { Audit, Deed } from '../audit/audit.ts';
import type { Erasure } from '../erasure/erasure.ts';
import type { People } from '../people/people.ts';
import type { EventDesk } from '../staff/event-desk.ts';
import type { Members } from '../staff/members.ts';
import type { Arrival } from '../staff/quarters.ts';
import type { Reports } from '../staff/reports.ts';
import type { KioskSettingsStore } from './kiosk-settings.ts';
import type { Retention } from '../retention/retention.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';

/** Any question to the store may fail because its disk or server does; nothing of a failed change is kept. */
export type Answer<Value, Reason = never> = Promise<Result<Value, Reason | 'storage-failed'>>;

export interface StoreParts {
  /** Path of an SQLite file, made when it is missing, or a `postgres://` URL. */
  readonly url: string;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Why a store did not open, as a sentence for the operator, without the URL's password. */
export interface StoreFailure {
  readonly code: 'newer-version' | 'cannot-open';
  readonly message: string;
}

/**
 * What the hub knows, on SQLite or PostgreSQL. Several processes may share one PostgreSQL. Every change is on the disk when its answer
 * comes.
 */
export interface Store {
  readonly kind: 'sqlite' | 'postgres';
  /** Names this life of the database; made with it. */
  readonly epoch: string;
  readonly settings: Settings;
  readonly kiosks: Kiosks;
  readonly records: Records;
  readonly feed: Feed;
  readonly seats: Seats;
  readonly people: People;
  readonly retention: Retention;
  readonly erasure: Erasure;
  readonly staff: Members;
  readonly reports: Reports;
  readonly desk: EventDesk;
  readonly kioskSettings: KioskSettingsStore;
  readonly audit: Audit;
  /** The same store for one change, which is written to the audit trail in the same transaction: `store.noting(deed).people.merge(pair)`. */
  noting(deed: Deed): Store;
  /** Whether the database answers and takes writes, for /ready. */
  check(): Answer<void>;
  /** Waits for what is under way. */
  close(): Promise<void>;
}

/** Small texts that belong to this database: names of keys are the caller's. */
export interface Settings {
  get(key: string): Answer<string | null>;
  set(key: string, value: string): Answer<void>;
  /** Keeps what is there already, and returns what stands there now: several processes may start at once. */
  setOnce(key: string, value: string): Answer<string>;
}

export interface Kiosk {
  readonly kiosk: string;
  readonly position: string | null;
  /** Ed25519, base64url. */
  readonly publicKey: string;
  readonly isRevoked: boolean;
}

export interface KioskListing extends Kiosk {
  /** Milliseconds since 1970 by the hub's clock; null when it was never heard. */
  readonly lastSeen: number | null;
  readonly nextSequence: number;
  readonly deadLetters: number;
}

export interface Kiosks {
  /** @param code its `secretHash` is all that is kept; `expires` in milliseconds since 1970 */
  addCode(code: { secretHash: string; position: string | null; expires: number }): Answer<void>;
  /**
   * Uses a code up and adds the kiosk, both or neither. The name is the position that was asked for, else the code's, else one of
   * event.json that nobody has, else `K<n>`; `.2` and so on is added when another key has the name. A kiosk that took records before has
   * a `name` that it must keep; when another key has it, the code stays good. The same key may ask again with the same code, because
   * answers get lost.
   */
  enrol(request: {
    secretHash: string;
    position: string | null;
    publicKey: string;
    name?: string | null;
  }): Answer<Kiosk, 'wrong-code' | 'code-used' | 'code-expired' | 'kiosk-revoked' | 'kiosk-taken'>;
  /** Adds a kiosk under the very name that an earlier hub gave it, or that of this machine. Again is fine. */
  admit(kiosk: {
    kiosk: string;
    position: string | null;
    publicKey: string;
  }): Answer<Kiosk, 'kiosk-taken' | 'kiosk-revoked'>;
  find(kiosk: string): Answer<Kiosk | null>;
  findByKey(publicKey: string): Answer<Kiosk | null>;
  list(): Answer<KioskListing[]>;
  revoke(kiosk: string): Answer<void, 'not-found'>;
  /** Remembers that the kiosk was heard now. */
  touch(kiosk: string): Answer<void>;
}

export interface OutOfSequence {
  readonly code: 'out-of-sequence';
  readonly state: KioskState;
}

export interface DeadLetter {
  readonly kiosk: string;
  readonly sequence: number;
  readonly reason: Rejection;
  /** As it came, cut at 64 KB; null when it was purged. */
  readonly text: string | null;
  /** Milliseconds since 1970. */
  readonly received: number;
}

export interface StoredSealed {
  readonly record: SealedRecord;
  /** Id of the visitor's first record; the same for all that belongs to one person. */
  readonly visitor: string;
  /** The claim code that survives. */
  readonly claimCode: string;
  /** Whether the signature of its kiosk holds. */
  readonly isSigned: boolean;
  /** For the next page. */
  readonly number: number;
}

export interface Records {
  state(kiosk: string): Answer<KioskState>;
  /**
   * Takes a batch of a kiosk in one transaction: records, de-duplication, sequence, dead letters, visitors, possible duplicates, seats.
   * - `out-of-sequence`: another epoch, or `from` leaves a gap
   * - `unavailable`: there is no event yet
   */
  ingest(batch: Ingest): Promise<Result<RecordsAnswer, OutOfSequence | 'unavailable' | 'storage-failed'>>;
  /**
   * Adds a record that the hub itself writes, in the gap-free sequence of a kiosk that was admitted with the hub's key. Nothing else is
   * changed between the look and the record. @returns the id of the new record, or what `write` gave in its place
   */
  append<Reason>(record: OwnRecord<Reason>): Answer<string, Reason | 'unavailable'>;
  /** The newest first. */
  deadLetters(page?: { limit?: number; kiosk?: string }): Answer<DeadLetter[]>;
  /** The first record of each visitor, in order of arrival. @returns `last` for the next page, and whether there is none */
  listArrivals(page: { after: number; limit: number }): Answer<{ arrivals: Arrival[]; last: number; isWhole: boolean }>;
  /** Accepted, rejected, and sealed records that are still there. */
  count(): Answer<{ accepted: number; rejected: number; sealed: number }>;
  /**
   * Sealed records that are still readable with the event's key, in the order of arrival.
   * @param page `which`: `all`; `current`: without those that another replaces; `visitors`: one for each visitor, the newest of the
   *   registration whose claim code survives
   */
  listSealed(page: { which: 'all' | 'current' | 'visitors'; after?: number; limit: number }): Answer<StoredSealed[]>;
}

export interface Ingest extends RecordsRequest {
  readonly kiosk: string;
  readonly publicKey: string;
  /**
   * What shows that the records are this kiosk's. `records` (default): each record's own signature, 0.11 ms of a core each. `request`: the
   * request that brought them, which the caller has verified with this key over all of its bytes; their own signatures are then checked
   * by whoever reads them (`StoredSealed.isSigned`).
   */
  readonly proof?: 'records' | 'request';
}

export interface OwnRecord<Reason> {
  readonly kiosk: string;
  readonly publicKey: string;
  /** The record, sealed and signed; or a visitor's id, when there is nothing to add. */
  readonly write: (view: OwnView) => Promise<Result<SealedRecord | string, Reason>>;
}

/** What is on the disk while nobody else changes it. Visitors are ids of first records. */
export interface OwnView {
  readonly event: string;
  /** That the record has to have. */
  readonly sequence: number;
  visitorOf(id: string): Promise<string | null>;
  visitorWithTicket(ticketIndex: string): Promise<string | null>;
  /** The record that stands for the person that a visitor is. */
  newestOf(visitor: string): Promise<SealedRecord | null>;
  hasClaimCode(claimCode: string): Promise<boolean>;
  /** At a visitor's word. */
  isErased(id: string): Promise<boolean>;
}

/** What is kept of one pre-registered visitor. */
export interface PublishedAttendee extends LockedAttendee {
  /** The same person sealed to the event's key (JSON text), for exports. */
  readonly sealed: string;
  /** The same for the same content, telling nothing of it, such as an HMAC under the ticket's key: an unchanged one is not sent again. */
  readonly tag: string;
}

export interface Feed {
  event(): Answer<EventDetails | null>;
  /** Only what differs gets a new revision. `other-event`: this database is another event's; a new event needs a new one. */
  publishCatalogue(catalogue: Catalogue): Answer<{ changed: number; removed: number }, 'other-event'>;
  /** The whole list: who is missing from it is removed. `unavailable`: no event yet, or its registrations were purged. */
  publishAttendees(
    attendees: readonly PublishedAttendee[],
  ): Answer<{ changed: number; removed: number }, 'unavailable'>;
  countAttendees(): Answer<number>;
  page(question: { cursor: string | null; limit: number }): Answer<FeedPage>;
  /** The same page as JSON text, without parsing each item: for answering requests. */
  pageJson(question: { cursor: string | null; limit: number }): Answer<string>;
  /** Calls when any process has published something. Returns how to stop. */
  onNews(listener: () => void): () => void;
}

export interface SessionSeats {
  readonly session: string;
  /** Null when the session has no limit; such a session leases nothing. */
  readonly capacity: number | null;
  /** Granted to kiosks and not returned, booked or not. */
  readonly held: number;
  /** Booked and not cancelled. */
  readonly booked: number;
  /** On the waiting list and not cancelled. */
  readonly waiting: number;
}

export interface Seats {
  /** Grants 0 when none are left, seats are closed, or staff have closed the session. `not-found`: no such session, or one without a limit. */
  lease(request: LeaseRequest & { kiosk: string }): Answer<Lease, 'not-found'>;
  /** @param request `returned` in all; a lower number than before changes nothing */
  giveBack(request: { kiosk: string; id: string; returned: number }): Answer<Lease, 'not-found'>;
  /** Leases that an earlier hub granted to this kiosk, taken over as they are. */
  report(request: { kiosk: string; leases: readonly Lease[] }): Answer<Lease[]>;
  list(): Answer<SessionSeats[]>;
  areOpen(): Answer<boolean>;
  /** Whether new seats are leased. */
  setOpen(isOpen: boolean): Answer<void>;
  /** This database stands in for a lost one: seats close, and seats booked from leases of the lost hub are believed. */
  markRestored(): Answer<void>;
}

/** `openStore` (./open-store.ts) opens or makes the database, migrates it, and checks that what it acknowledges is on the disk. */
export type OpenStore = (parts: StoreParts) => Promise<Result<Store, StoreFailure>>;
