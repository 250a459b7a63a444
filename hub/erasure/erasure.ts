import type { Answer } from '../store/store.ts';

/** Who signs an order, and what it is called. */
export interface OrderWriter {
  /** UUID of a new order. */
  readonly createId: () => string;
  /** Ed25519 with the hub's key, base64url. */
  readonly sign: (bytes: Uint8Array) => string;
}

/** What went when a visitor withdrew consent. It names no one. */
export interface ErasedVisitor {
  /** Records that were emptied. */
  readonly records: number;
  /** Indexes of the tickets of the same person. */
  readonly tickets: readonly string[];
}

export interface Erasure {
  /**
   * Empties every record of the person that a visitor is, all of them and what else names them: dead letters, pairs, the entry on the
   * organiser's list. Seats are free again. Orders kiosks to do the same, in one transaction; then makes the freed bytes unreadable. What is
   * left are ids, so that nothing of it is kept when it comes again. `not-found`: nothing is left of such a visitor.
   */
  erase(request: OrderWriter & { visitor: string }): Answer<ErasedVisitor, 'not-found' | 'unavailable'>;
  /** Orders kiosks to empty what came of erased visitors since and was not kept, and gives back the seats that came. */
  orderLate(writer: OrderWriter): Answer<void>;
  /** Indexes of erased tickets: nobody of these is put on the list again. */
  listTickets(): Answer<ReadonlySet<string>>;
}
