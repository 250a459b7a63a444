import type { Selectable } from 'kysely';
import { z } from 'zod';
import { auditEntrySchema, type AuditEntry } from '../../domain/protocol/staff-calls.ts';
import type { Tables } from '../store/database/tables.ts';
import type { Parts } from '../store/parts.ts';
import { appendDeed } from './append-deed.ts';
import type { Audit } from './audit.ts';

export function createAudit({ database, attempt, now }: Parts): Audit {
  const { db, change } = database;
  return {
    append: (deed) => attempt(() => change((trx) => appendDeed(trx, deed, now()))),
    list: ({ before, limit }) =>
      attempt(async () => {
        const rows = await db
          .selectFrom('audit')
          .selectAll()
          .$if(before !== undefined, (query) => query.where('number', '<', before ?? 0))
          .orderBy('number', 'desc')
          .limit(limit)
          .execute();
        // Gap-free from 1, so the last number is how many there are.
        const { last } = await db
          .selectFrom('audit')
          .select(({ fn }) => fn.max<number | null>('number').as('last'))
          .executeTakeFirstOrThrow();
        return { entries: rows.map(toEntry), total: last ?? 0 };
      }),
    listSubjects: ({ actions, after }) =>
      attempt(async () => {
        const { last } = await db
          .selectFrom('audit')
          .select(({ fn }) => fn.max<number | null>('number').as('last'))
          .executeTakeFirstOrThrow();
        const reached = Math.max(after, last ?? 0);
        const rows = await db
          .selectFrom('audit')
          .select('subjects')
          .where('number', '>', after)
          .where('number', '<=', reached)
          .where('action', 'in', actions)
          .execute();
        return { subjects: rows.flatMap(({ subjects }) => subjectsSchema.parse(JSON.parse(subjects))), last: reached };
      }),
    read: ({ after, limit }) =>
      attempt(async () => {
        const page = db.selectFrom('audit').selectAll().where('number', '>', after).orderBy('number').limit(limit);
        return (await page.execute()).map(toEntry);
      }),
  };
}

const subjectsSchema = z.array(z.string());

function toEntry(row: Selectable<Tables['audit']>): AuditEntry {
  return auditEntrySchema.parse({ ...row, subjects: subjectsSchema.parse(JSON.parse(row.subjects)) });
}
