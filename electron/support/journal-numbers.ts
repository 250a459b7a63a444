import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

export interface JournalNumbers {
  readonly schema: number;
  readonly megabytes: number;
  readonly records: readonly {
    readonly event: string;
    readonly kiosk: string;
    readonly kind: string;
    readonly count: number;
    readonly last: number;
  }[];
  readonly outbox: readonly { readonly event: string; readonly kiosk: string; readonly nextSequence: number }[];
  readonly deadLetters: readonly { readonly reason: string; readonly count: number }[];
  readonly sheets: readonly { readonly state: string; readonly fault: string | null; readonly count: number }[];
}

/** How much of what the journal holds, and nothing of it. Null before the first start; the reason of a failure is its code. */
export function readJournalNumbers(path: string): JournalNumbers | { readonly unreadable: string } | null {
  if (!existsSync(path)) return null;
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
    try {
      return count(database);
    } finally {
      database.close();
    }
  } catch (error) {
    return { unreadable: error instanceof Error && 'code' in error ? String(error.code) : 'unknown' };
  }
}

function count(database: DatabaseSync): JournalNumbers {
  const number = (pragma: string) => Number(Object.values(database.prepare(`pragma ${pragma}`).get() ?? {})[0]);
  const rows = <Row>(statement: string) => database.prepare(statement).all() as Row[];
  return {
    schema: number('user_version'),
    megabytes: Math.round((number('page_count') * number('page_size')) / 1e5) / 10,
    records: rows(
      'select event, kiosk, kind, count(*) as count, max(sequence) as last from record group by event, kiosk, kind order by event, kiosk, kind',
    ),
    outbox: rows('select event, kiosk, next_sequence as nextSequence from outbox order by event, kiosk'),
    deadLetters: rows('select reason, count(*) as count from dead_letter group by reason order by reason'),
    sheets: rows(
      'select state, fault, count(*) as count from print_outcome group by state, fault order by state, fault',
    ),
  };
}

/** What of the journal would name or find somebody: claim codes, and the beginnings of what is sealed. */
export function listJournalSecrets(path: string): string[] {
  if (!existsSync(path)) return [];
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
    try {
      const rows = database
        .prepare(
          `select claim_code as code, substr(content ->> '$.ciphertext', 1, 32) as sealed from record where claim_code is not null`,
        )
        .all() as { code: string | null; sealed: string | null }[];
      return rows.flatMap(({ code, sealed }) => [code, code?.replace('-', ''), sealed]).filter((each) => each != null);
    } finally {
      database.close();
    }
  } catch {
    return [];
  }
}
