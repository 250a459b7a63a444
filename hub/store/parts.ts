import type { Logger } from 'pino';
import type { Attempt } from './attempt.ts';
import type { Database } from './database/database.ts';

/** What each part of the store works with. */
export interface Parts {
  readonly database: Database;
  readonly attempt: Attempt;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly epoch: string;
}
