import { z } from 'zod';
import { purgeOrderSchema } from '../../domain/protocol/feed.ts';
import { purgeRecordSchema } from '../../domain/kiosk-record.ts';
import { attemptResult } from '../store/attempt.ts';
import type { Queries } from '../store/database/database.ts';
import type { Parts } from '../store/parts.ts';
import { purge } from './purge.ts';
import type { KioskReceipt, PurgeReceipt, Retention } from './retention.ts';

export function createRetention({ database, attempt, now }: Parts): Retention {
  const { db, change, erase } = database;
  return {
    purge: (request) =>
      attemptResult(attempt, async () => {
        const receipt = await change((trx) => purge({ database, trx, now: now(), ...request }));
        if (receipt.ok) await erase();
        return receipt;
      }),
    receipts: () => attempt(async () => ({ hub: await readReceipts(db), kiosks: await readKioskReceipts(db) })),
  };
}

const receiptSchema = z.object({
  order: purgeOrderSchema,
  counts: z.object({ sealedRecords: z.int(), deadLetters: z.int(), attendees: z.int() }),
  due: z.number(),
  at: z.number(),
  signature: z.string(),
});

export function parseReceipt(text: string): PurgeReceipt {
  return receiptSchema.parse(JSON.parse(text));
}

async function readReceipts(queries: Queries): Promise<PurgeReceipt[]> {
  const rows = await queries.selectFrom('purge_receipt').select('body').orderBy('purpose').execute();
  return rows.map(({ body }) => parseReceipt(body));
}

async function readKioskReceipts(queries: Queries): Promise<KioskReceipt[]> {
  const rows = await queries
    .selectFrom('record')
    .select('body')
    .where('kind', '=', 'purge')
    .orderBy('number')
    .execute();
  return rows.map(({ body }) => {
    const { kiosk, order, purpose, purged } = purgeRecordSchema.parse(JSON.parse(body ?? 'null'));
    return { kiosk, order, purpose, purged };
  });
}
