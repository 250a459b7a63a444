import type { AuditEntry } from '../../domain/protocol/staff-calls.ts';
import type { StaffSession } from '../staff/staff-session.ts';
import type { Answer } from '../store/store.ts';

/** Something that somebody did or saw, as it goes into the trail. */
export interface Deed {
  /** Null when the hub itself, or its operator, did it. */
  readonly session: StaffSession | null;
  /** A call of `staffCalls`, `sign-in` and its like, or an operator's command. */
  readonly action: string;
  /** Ids only, of visitors, records, kiosks, sessions, and words of fixed lists; 200 at most, 64 characters each. */
  readonly subjects: readonly string[];
}

export interface AuditPage {
  readonly entries: AuditEntry[];
  readonly total: number;
}

/**
 * The trail of what staff and the operator did: append-only, each entry bound to the one before by its hash (`chain.ts`), gap-free over
 * all processes of one database. What changes the database is noted in the same transaction: `store.noting(deed)`.
 */
export interface Audit {
  /** For what changes nothing, such as a search: in a transaction of its own. */
  append(deed: Deed): Answer<void>;
  /** The newest first. @param page `before` a number of an entry */
  list(page: { before?: number | undefined; limit: number }): Answer<AuditPage>;
  /** Subjects of all entries with one of the actions. @returns `last`: the number of the last entry there is, for the next question */
  listSubjects(question: { actions: readonly string[]; after: number }): Answer<{ subjects: string[]; last: number }>;
  /** The oldest first, for the export. */
  read(page: { after: number; limit: number }): Answer<AuditEntry[]>;
}
