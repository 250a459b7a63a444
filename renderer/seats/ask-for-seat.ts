import type { ErrorCode } from '../../domain/errors.ts';
import type { SeatRecord } from '../../domain/kiosk-record.ts';
import type { Result } from '../../domain/result.ts';
import type { SeatFailure } from '../../electron/bridge/seats.ts';
import type { Database } from '../catalogue/database.ts';

interface SeatQuestion {
  /** A verb of the host, with all that it takes. */
  readonly call: () => Promise<Result<SeatRecord, SeatFailure>>;
  readonly database: Database;
}

/** Books or gives back a seat, and mirrors the record. The answer is what went wrong, or null. */
export async function askForSeat({ call, database }: SeatQuestion): Promise<ErrorCode | null> {
  try {
    const answer = await call();
    if (!answer.ok) return explain(answer.reason);
    // The journal is the truth; a mirror that fails is filled again from it.
    await database.records.put(answer.value).catch(() => undefined);
    return null;
  } catch {
    return 'host-unreachable';
  }
}

function explain(failure: SeatFailure): ErrorCode {
  switch (failure) {
    case 'unknown-session':
      return 'unknown-session';
    case 'session-closed':
      return 'session-closed';
    case 'unknown-record':
      return 'unknown-booking';
    case 'journal-failed':
      return 'seat-not-saved';
  }
}
