import type { Queries } from './database/database.ts';

/** What one page may weigh before compression, in characters: what a kiosk applies in one transaction without a stutter. */
const pageWeight = 1_000_000;

/**
 * A cursor is `epoch.revision`. One of another epoch, or of a revision that this database never had (it was put back from a copy), starts
 * from nothing. Items are put into the answer as the text that is stored.
 */
export async function readFeedPage(question: {
  db: Queries;
  epoch: string;
  cursor: string | null;
  limit: number;
}): Promise<string> {
  const { db, epoch, cursor, limit } = question;
  const { revision } = await db.selectFrom('hub').select('revision').executeTakeFirstOrThrow();
  const known = parseCursor({ cursor, epoch, revision });
  const since = known ?? 0;
  const rows = await db
    .selectFrom('feed_item')
    .selectAll()
    .where('revision', '>', since)
    .where('revision', '<=', revision)
    // A kiosk that begins with nothing has nothing to delete.
    .$if(since === 0, (query) => query.where('body', 'is not', null))
    .orderBy('revision')
    .limit(limit + 1)
    .execute();
  const page = takeWeight(rows.slice(0, limit));
  const complete = page.length === rows.length;
  const reached = complete ? revision : (page.at(-1)?.revision ?? revision);
  const changes = page.map(
    ({ kind, id, body }) => `{"kind":${JSON.stringify(kind)},"id":${JSON.stringify(id)},"item":${body ?? 'null'}}`,
  );
  const head = { cursor: `${epoch}.${reached}`, reset: known === null, complete };
  return `${JSON.stringify(head).slice(0, -1)},"changes":[${changes.join(',')}]}`;
}

function parseCursor(given: { cursor: string | null; epoch: string; revision: number }): number | null {
  const match = /^(.+)\.(\d{1,15})$/.exec(given.cursor ?? '');
  if (match?.[1] !== given.epoch) return null;
  const since = Number(match[2]);
  return since <= given.revision ? since : null;
}

/** At least one row, then as many as the weight allows. */
function takeWeight<Row extends { body: string | null }>(rows: readonly Row[]): Row[] {
  let weight = 0;
  const end = rows.findIndex(({ body }, index) => (weight += body?.length ?? 0) > pageWeight && index > 0);
  return end < 0 ? [...rows] : rows.slice(0, end);
}
