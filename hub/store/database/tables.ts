import type { Generated } from 'kysely';
import type { PairKind, PairLogRow, PairState } from '../../people/people.ts';
import type { FeedKind } from '../../../domain/protocol/feed.ts';
import type { Rejection } from '../../../domain/protocol/records.ts';
import type { KioskRecord } from '../../../domain/kiosk-record.ts';
import type { Purpose } from '../../../domain/retention.ts';
import type { StaffRole } from '../../../domain/staff/staff-member.ts';

/** Times are milliseconds since 1970. `migrations.ts` makes the tables. */
export interface Tables {
  hub: HubTable;
  setting: { key: string; value: string };
  kiosk: KioskTable;
  enrolment_code: EnrolmentCodeTable;
  record: RecordTable;
  dead_letter: DeadLetterTable;
  pair: PairTable;
  pair_log: { id: Generated<number>; pair: number; action: PairLogRow['action']; at: number };
  lease: LeaseTable;
  seat: SeatTable;
  feed_item: FeedItemTable;
  attendee: { ticket_index: string; sealed: string; tag: string };
  purge_receipt: { purpose: Purpose; body: string };
  staff: StaffTable;
  /** Wrong PINs in a row, of a number, a kiosk or an address; no row is none. */
  staff_try: { source: string; wrong: number };
  kiosk_report: { kiosk: string; body: string };
  /** What the feed item does not say of itself. */
  announcement: { id: string; at: number; ends: number; staff: string | null };
  audit: AuditTable;
  erased: ErasedTable;
}

interface StaffTable {
  number: string;
  label: string;
  role: StaffRole;
  pin_salt: string;
  pin_hash: string;
  badge: string | null;
}

/** Append-only: triggers refuse everything else. */
interface AuditTable {
  number: number;
  at: number;
  staff: string | null;
  role: StaffRole | null;
  kiosk: string | null;
  action: string;
  /** JSON. */
  subjects: string;
  previous: string;
  hash: string;
}

/** One row. Its lock is the lock of whatever must happen one after another in all processes. */
interface HubTable {
  id: number;
  epoch: string;
  revision: number;
  /** Purposes that were purged, with commas: what arrives later of them is not kept. */
  purged: string;
  seats_open: number;
  restored: number;
}

interface KioskTable {
  kiosk: string;
  position: string | null;
  public_key: string;
  is_revoked: number;
  last_seen: number | null;
}

interface EnrolmentCodeTable {
  secret_hash: string;
  position: string | null;
  expires: number;
  /** Public key of the kiosk that used it. */
  used_by: string | null;
}

/** A record, or the place of one that was rejected and took its sequence all the same. */
export interface RecordTable {
  /** In order of arrival. */
  number: Generated<number>;
  kiosk: string;
  /** Null when another record of the kiosk had taken it before: the kiosk's journal had lost its end. */
  sequence: number | null;
  /** Null when it was rejected. */
  id: string | null;
  digest: string;
  rejected: Rejection | null;
  kind: KioskRecord['kind'] | null;
  /** Id of the visitor's first record; null in that record itself, and when it is no visitor's. */
  visitor: string | null;
  replaces: string | null;
  claim_code: string | null;
  purpose: Purpose | null;
  ticket_index: string | null;
  contact_1: number | null;
  contact_2: number | null;
  /** The record as JSON; null when it was rejected or purged. */
  body: string | null;
  /** When it came; null when it came before the hub noted that. */
  received: number | null;
}

/** What a visitor who withdrew consent was known by. */
interface ErasedTable {
  number: Generated<number>;
  /** Of a record, or a ticket's index. */
  id: string;
  /** Of that record. */
  claim_code: string | null;
  /** The order that tells kiosks; null until it is written. */
  erase_order: string | null;
}

interface DeadLetterTable {
  id: Generated<number>;
  kiosk: string;
  sequence: number;
  digest: string;
  reason: Rejection;
  purpose: Purpose | null;
  text: string | null;
  received: number;
}

export interface PairTable {
  id: Generated<number>;
  kind: PairKind;
  state: PairState;
  /** What the state was before it was merged or dismissed, for undo. */
  before: PairState | null;
  first: string;
  second: string;
  found: number;
}

interface LeaseTable {
  id: string;
  kiosk: string;
  session: string;
  seats: number;
  returned: number;
}

interface SeatTable {
  id: string;
  kiosk: string;
  session: string;
  action: 'book' | 'wait';
  lease: string | null;
  claim_code: string;
  cancelled_by: string | null;
}

interface FeedItemTable {
  kind: FeedKind;
  id: string;
  revision: number;
  body: string | null;
}
