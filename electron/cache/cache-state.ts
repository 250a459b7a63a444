import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const stateSchema = z.object({
  generation: z.string(),
  revision: z.int(),
  cursor: z.string().nullable(),
  stagedCursor: z.string().nullable(),
  pack: z.string().nullable(),
  updated: z.string().nullable(),
});
export type CacheState = z.infer<typeof stateSchema>;

export function readState(database: DatabaseSync): CacheState {
  const columns = 'generation, revision, cursor, staged_cursor as stagedCursor, pack, updated';
  return stateSchema.parse(database.prepare(`select ${columns} from state`).get());
}

export function writeState(database: DatabaseSync, change: Partial<CacheState>): void {
  database
    .prepare(
      `update state set revision = :revision, cursor = :cursor, staged_cursor = :stagedCursor, pack = :pack, updated = :updated
       where generation = :generation`,
    )
    .run({ ...readState(database), ...change });
}
