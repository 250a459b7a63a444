import type { Kysely, RawBuilder, Transaction } from 'kysely';
import type { DatabaseKind } from './migrations.ts';
import type { Tables } from './tables.ts';

export type Queries = Kysely<Tables>;
export type Change = Transaction<Tables>;

/** Tables that the intake fills by the hundred. */
export type BulkTable = 'record' | 'dead_letter' | 'pair' | 'pair_log' | 'seat' | 'feed_item' | 'attendee';

/** What SQLite and PostgreSQL do differently; everything else is said once, with Kysely. */
export interface Database {
  readonly kind: DatabaseKind;
  readonly db: Queries;
  /**
   * Runs a change alone; every change is made so: whatever else uses this waits, in this process and in others. What must not see half of another change reads
   * here, too. Nothing is kept when `work` throws.
   */
  readonly change: <Value>(work: (trx: Change) => Promise<Value>) => Promise<Value>;
  /** The one parameter that `among` makes of a list. */
  readonly toList: (values: readonly (string | number)[]) => unknown;
  /** `column in (values)` as a statement that is the same for any number of values, so that it is prepared once. */
  readonly among: (column: string, values: readonly (string | number)[]) => RawBuilder<boolean>;
  /** Inserts all rows, each with the same columns. */
  insertRows(
    trx: Change,
    table: BulkTable,
    rows: readonly Readonly<Record<string, string | number | null>>[],
  ): Promise<void>;
  /** Makes deleted bytes unreadable in the database's files. */
  readonly erase: () => Promise<void>;
  /** Tells every process that the feed has something new, once the change is committed. */
  announce(trx: Change): Promise<void>;
  readonly onNews: (listener: () => void) => () => void;
  close(): Promise<void>;
}
