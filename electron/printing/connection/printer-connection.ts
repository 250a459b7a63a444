import type { Result } from '../../../domain/result.ts';

/** Bytes to and from a printer, whatever cable they go through. */
export interface PrinterConnection {
  /** Ends as `stalled` when the printer takes nothing for too long, as `closed` when the connection is gone. */
  send(bytes: Iterable<number>): Promise<Result<void, 'closed' | 'stalled'>>;
  /** Hands over what comes in, piece by piece; what came before anybody listened goes to the first. The answer ends it. */
  onBytes(listener: (bytes: Uint8Array) => void): () => void;
  /** Settles when the connection is gone, whoever ended it. Never rejects. */
  readonly closed: Promise<void>;
  /** Leaves the printer what it was sent, and waits until it has let go. */
  leave(): Promise<void>;
  /** Takes back what has not reached the printer yet, as far as the cable allows. */
  abort(): Promise<void>;
}

/** Milliseconds. */
export interface ConnectLimits {
  readonly connectMilliseconds: number;
  /** How long a piece of at most 4 KB may wait for room. */
  readonly drainMilliseconds: number;
}

/**
 * Opens a connection. `busy`: somebody is there but takes nobody now, which is what a printer does that serves another kiosk; `unreachable`:
 * nobody answered.
 */
export type ConnectPrinter = (limits: ConnectLimits) => Promise<Result<PrinterConnection, 'busy' | 'unreachable'>>;

/** Small enough that a printer's receive window, often 4 KB, sets the pace and not a timer. */
export const chunkBytes = 4096;
