import type { Lease } from '../../domain/protocol/seats.ts';
import type { RecordAnswer, Rejection } from '../../domain/protocol/records.ts';

/** What the sync rules see of a record: the rest is sealed to them too. */
export interface SimulatedRecord {
  readonly id: string;
  readonly kiosk: string;
  readonly sequence: number;
  readonly digest: string;
  /** What is wrong with it, for the hub to find. */
  readonly poison: Rejection | null;
  readonly seat: Seat | null;
}

export interface Seat {
  readonly action: 'book' | 'wait' | 'cancel';
  readonly lease: string | null;
  /** Id of the record. */
  readonly cancels: string | null;
}

export type Question =
  | { readonly kind: 'state' }
  | {
      readonly kind: 'records';
      readonly epoch: string;
      readonly from: number;
      readonly records: readonly SimulatedRecord[];
    }
  | { readonly kind: 'lease'; readonly id: string; readonly seats: number }
  | { readonly kind: 'return'; readonly id: string; readonly returned: number }
  | { readonly kind: 'report'; readonly leases: readonly Omit<Lease, 'session'>[] };

interface Word {
  readonly epoch: string;
  readonly nextSequence: number;
}

export type Answer =
  | ({ readonly kind: 'state' } & Word)
  | ({ readonly kind: 'records'; readonly from: number; readonly answers: readonly RecordAnswer[] } & Word)
  | ({ readonly kind: 'out-of-sequence' } & Word)
  | { readonly kind: 'lease'; readonly seats: number; readonly returned: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly retryAfter: number | undefined };
