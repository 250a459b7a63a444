/** Records in the first request of an upload, and in any. */
export const firstBatch = 10;
export const largestBatch = 100;

/** Milliseconds: an answer that takes longer shows a queue at the hub, one that is quicker leaves room. */
const slow = 500;
const quick = 200;

/**
 * As many records as are answered in about half a second. A hub to which all kiosks come back at once is asked for less by each of them, so
 * that nobody's answer waits behind whole outboxes; a kiosk that has the hub for itself soon sends the most. Halves and doubles, as TCP's
 * congestion window halves and grows.
 * @param size of the batch that was answered after `milliseconds`
 */
export function nextBatchSize({ size, milliseconds }: { size: number; milliseconds: number }): number {
  if (milliseconds > slow) return Math.max(1, Math.floor(size / 2));
  return milliseconds < quick ? Math.min(largestBatch, size * 2) : size;
}
