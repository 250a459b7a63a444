import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

const rowSchema = z.object({ wrong: z.int().min(0) });

/** Wrong PINs in a row, as the cache remembers them beside the lock's own file. */
export function readWrongPins(database: DatabaseSync): number {
  return rowSchema.parse(database.prepare('select wrong from staff_lock').get()).wrong;
}

export function writeWrongPins(database: DatabaseSync, count: number): void {
  database.prepare('update staff_lock set wrong = ?').run(count);
}
