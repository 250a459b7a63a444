/**
 * How far the hub has got with this kiosk's journal. The journal keeps every record until the event ends, so all that is remembered is
 * where to go on; a hub that says otherwise is believed, because answering again does no harm and a gap would.
 */
export interface OutboxState {
  /** Null before the first contact. */
  readonly epoch: string | null;
  /** First sequence that the hub has not answered for. */
  readonly nextSequence: number;
}

export const emptyOutbox: OutboxState = { epoch: null, nextSequence: 1 };

/** Where a hub is with this kiosk. */
interface HubWord {
  readonly epoch: string;
  /**
   * Of `out-of-sequence`, what the hub expects. Of `accepted`, the first sequence after those that were answered for, and not what the
   * hub expects: that may be further on, after an answer that was lost, and the kiosk would never hear which of those are dead letters.
   */
  readonly nextSequence: number;
}

/**
 * After an answer. Answers may come late and out of order: `accepted` never takes the kiosk back, nor to a hub that it does not talk to any
 * more; only the hub's explicit `out-of-sequence` does.
 */
export function advanceOutbox(state: OutboxState, word: HubWord, kind: 'accepted' | 'out-of-sequence'): OutboxState {
  if (kind === 'out-of-sequence') return { epoch: word.epoch, nextSequence: word.nextSequence };
  if (state.epoch !== word.epoch) return state;
  return { epoch: state.epoch, nextSequence: Math.max(state.nextSequence, word.nextSequence) };
}

/** How many records wait. @param last sequence in the journal, 0 when it is empty */
export function countWaiting(state: OutboxState, last: number): number {
  return Math.max(0, last + 1 - state.nextSequence);
}
