import type { Kysely, RawBuilder } from 'kysely';
import type { DatabaseKind } from './migrations.ts';
import type { Tables } from './tables.ts';

export type Queries = Kysely<Tables>;
/** Queries within one transaction. Those that do not wait for each other's answers share one way to the server and back. */
export type Change = Kysely<Tables>;

/**
 * Hands over a single write whose answer nobody needs, so that the commit is sent right behind it; when it fails, the change fails. Nothing
 * that asks a second question may be handed over: it would ask after the commit.
 */
export type WriteLast = (write: Promise<void>) => void;

/** Tables that the intake fills by the hundred. */
export type BulkTable = 'record' | 'dead_letter' | 'pair' | 'pair_log' | 'seat' | 'feed_item' | 'attendee' | 'erased';

/** What SQLite and PostgreSQL do differently; everything else is said once, with Kysely. */
export interface Database {
  readonly kind: DatabaseKind;
  readonly db: Queries;
  /**
   * Runs a change alone; every change is made so: whatever else uses this waits, in this process and in others. What must not see half of another change reads
   * here, too. Nothing is kept when `work` throws.
   */
  readonly change: <Value>(work: (trx: Change, writeLast: WriteLast) => Promise<Value>) => Promise<Value>;
  /** Says that a statement will be asked with every batch, so that it is prepared. */
  readonly prepare: (statement: string) => void;
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
