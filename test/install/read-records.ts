import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const rowSchema = z.object({ kind: z.string(), claimCode: z.string().nullable(), content: z.string() });

export interface Records {
  readonly count: number;
  /** Over all of them in their order: two journals with the same say the same. */
  readonly digest: string;
  /** Of the last registration. */
  readonly claimCode: string | null;
}

/** Reads a copy: SQLite would leave files of ours beside the journal, and the kiosk could not open it again. */
export function readRecords(data: string): Records {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-journal-'));
  try {
    for (const name of ['journal.sqlite', 'journal.sqlite-wal']) {
      if (existsSync(join(data, name))) copyFileSync(join(data, name), join(folder, name));
    }
    const database = new DatabaseSync(join(folder, 'journal.sqlite'));
    const rows = z
      .array(rowSchema)
      .parse(
        database
          .prepare('select kind, claim_code as claimCode, content from record order by event, kiosk, sequence')
          .all(),
      );
    database.close();
    const hash = createHash('sha256');
    for (const { content } of rows) hash.update(content).update('\n');
    const registrations = rows.filter(({ kind }) => kind === 'registration');
    return {
      count: registrations.length,
      digest: hash.digest('hex'),
      claimCode: registrations.at(-1)?.claimCode ?? null,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
