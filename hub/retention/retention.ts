import type { PurgeOrder } from '../../domain/protocol/feed.ts';
import type { Purpose } from '../../domain/retention.ts';
import type { Answer } from '../store/store.ts';

/** How many of each kind were emptied. */
export interface PurgeCounts {
  readonly sealedRecords: number;
  readonly deadLetters: number;
  readonly attendees: number;
}

/** What is left to show that a purpose was purged. It names no one. */
export interface PurgeReceipt {
  readonly order: PurgeOrder;
  readonly counts: PurgeCounts;
  /** When it had to be done by, and when it was; milliseconds since 1970. */
  readonly due: number;
  readonly at: number;
  /** Ed25519 of the hub over `receiptBytes`, base64url. */
  readonly signature: string;
}

export interface KioskReceipt {
  readonly kiosk: string;
  readonly order: string;
  readonly purpose: Purpose;
  /** Records that the kiosk emptied. */
  readonly purged: number;
}

export interface Retention {
  /**
   * Empties everything of a purpose, orders kiosks to do the same, and writes the receipt, in one transaction; then makes the freed bytes
   * unreadable. A purpose that was purged before is swept again under the same order, and counts add up. `unavailable`: no event.
   * @param sign Ed25519 with the hub's key, base64url
   */
  purge(request: {
    order: string;
    purpose: Purpose;
    due: number;
    sign: (bytes: Uint8Array) => string;
  }): Answer<PurgeReceipt, 'unavailable'>;
  receipts(): Answer<{ hub: PurgeReceipt[]; kiosks: KioskReceipt[] }>;
}
