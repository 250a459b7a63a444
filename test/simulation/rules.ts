import { pauseBeforeRetry } from '../../domain/sync/backoff.ts';
import { judgeRecord, nextAfter } from '../../domain/sync/intake.ts';
import { grantSeats, mayBook, seatsLeft } from '../../domain/sync/lease-rules.ts';
import { advanceOutbox, countWaiting } from '../../domain/sync/outbox.ts';

/** All that is put to the test: what kiosks and hub decide by. A test puts a broken one in and has to see it found. */
export const rules = {
  pauseBeforeRetry,
  judgeRecord,
  nextAfter,
  grantSeats,
  mayBook,
  seatsLeft,
  advanceOutbox,
  countWaiting,
};
export type Rules = typeof rules;
