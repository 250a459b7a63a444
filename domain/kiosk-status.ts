import type { KioskGate } from './kiosk-gate.ts';
import type { HubErrorCode } from './protocol/words.ts';
import type { Rejection } from './protocol/records.ts';

/** How a kiosk stands with its hub, for the status page. It names no visitor. */
export interface KioskStatus {
  readonly kiosk: string;
  /** Id of the event; null before there is one. */
  readonly event: string | null;
  readonly version: string;
  readonly hub: {
    /** `embedded` runs in this kiosk, `enrolled` elsewhere. */
    readonly kind: 'embedded' | 'enrolled' | 'none';
    readonly address: string | null;
  };
  readonly link:
    | { readonly state: 'online' }
    /** `reason` is the hub's own word, or null when nothing that is a hub answers. */
    | { readonly state: 'offline'; readonly since: string; readonly reason: HubErrorCode | null }
    /** No hub is meant to be there. */
    | { readonly state: 'alone' };
  /** Whether it takes visitors. */
  readonly gate: KioskGate;
  /** Registrations, check-ins, seats in the journal. */
  readonly recorded: number;
  /** Of them, what the hub has not answered for. */
  readonly waiting: number;
  readonly deadLetters: readonly { readonly sequence: number; readonly reason: Rejection }[];
  /** Pairs of this kiosk's records that may be one person; staff compare them at the hub. */
  readonly possibleDuplicates: number;
  readonly catalogue: {
    readonly companies: number;
    readonly jobs: number;
    readonly sessions: number;
    readonly attendees: number;
    /** ISO 8601, by this kiosk's clock; null when nothing came from a hub yet. */
    readonly updated: string | null;
    /** The event pack cannot be read or has errors; the last good catalogue is shown. */
    readonly isPackBroken?: boolean;
  };
}
