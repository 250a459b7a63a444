import { announcementSchema } from '../../domain/announcement.ts';
import type { FeedKind } from '../../domain/protocol/feed.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { sessionSchema } from '../../domain/session.ts';
import { attemptResult } from '../store/attempt.ts';
import { changeLayout, readOwnLayout } from '../store/badge-setting.ts';
import type { Change, Queries } from '../store/database/database.ts';
import { readEvent, writeFeedItems } from '../store/feed-publish.ts';
import type { Parts } from '../store/parts.ts';
import type { EventDesk } from './event-desk.ts';

export function createEventDesk({ database, attempt, now }: Parts): EventDesk {
  const { db, change } = database;

  function publish(trx: Change, item: { kind: FeedKind; id: string; item: unknown }): Promise<void> {
    const body = item.item === null ? null : JSON.stringify(item.item);
    return writeFeedItems({ database, trx, items: [{ kind: item.kind, id: item.id, body }] });
  }

  async function announce(trx: Change, ...[announcement, staff]: Parameters<EventDesk['announce']>): Promise<void> {
    const { id, minutes } = announcement;
    const known = await trx.selectFrom('announcement').select('id').where('id', '=', id).executeTakeFirst();
    if (known !== undefined) return;
    const row = { id, at: now(), ends: now() + minutes * 60_000, staff };
    await trx.insertInto('announcement').values(row).execute();
    await publish(trx, { kind: 'announcement', id, item: announcement });
  }

  async function withdraw(trx: Change, id: string): Promise<Result<void, 'not-found'>> {
    const gone = await trx.deleteFrom('announcement').where('id', '=', id).executeTakeFirstOrThrow();
    if (gone.numDeletedRows === 0n) return err('not-found');
    await publish(trx, { kind: 'announcement', id, item: null });
    return ok();
  }

  function readEnded(queries: Queries) {
    return queries.selectFrom('announcement').select('id').where('ends', '<=', now()).execute();
  }

  async function setClosed(trx: Change, session: string, isClosed: boolean): Promise<Result<void, 'not-found'>> {
    const sessions = await readItems(trx, 'session');
    if (!sessions.has(session)) return err('not-found');
    const wasClosed = (await readItems(trx, 'closed-session')).has(session);
    if (wasClosed !== isClosed)
      await publish(trx, { kind: 'closed-session', id: session, item: isClosed ? { session } : null });
    return ok();
  }

  async function setBadgeLayout(
    trx: Change,
    layout: Parameters<EventDesk['setBadgeLayout']>[0],
  ): Promise<Result<void, 'unavailable'>> {
    const event = await readEvent(trx);
    if (event === null) return err('unavailable');
    await publish(trx, { kind: 'event', id: event.id, item: await changeLayout(trx, { event, layout }) });
    return ok();
  }

  return {
    announcements: () =>
      attempt(async () => {
        const rows = await db
          .selectFrom('announcement')
          .selectAll()
          .orderBy('at', 'desc')
          .orderBy('id', 'desc')
          .execute();
        const items = await readItems(db, 'announcement');
        return rows.flatMap(({ id, at, staff }) => {
          const body = items.get(id);
          return body === undefined ? [] : [{ ...announcementSchema.parse(JSON.parse(body)), at, staff }];
        });
      }),
    announce: (...given) => attempt(() => change((trx) => announce(trx, ...given))),
    withdraw: (id) => attemptResult(attempt, () => change((trx) => withdraw(trx, id))),
    withdrawEnded: () =>
      attempt(async () => {
        // Asked before anything is locked: it is asked every few seconds.
        if ((await readEnded(db)).length === 0) return 0;
        return change(async (trx) => {
          const ended = await readEnded(trx);
          for (const { id } of ended) await withdraw(trx, id);
          return ended.length;
        });
      }),
    sessions: () =>
      attempt(async () => {
        const closed = await readItems(db, 'closed-session');
        const sessions = [...(await readItems(db, 'session')).values()].map((body) =>
          sessionSchema.parse(JSON.parse(body)),
        );
        return sessions
          .sort((a, b) => a.start.localeCompare(b.start) || a.id.localeCompare(b.id))
          .map((session) => ({ session, isClosed: closed.has(session.id) }));
      }),
    setClosed: (session, isClosed) => attemptResult(attempt, () => change((trx) => setClosed(trx, session, isClosed))),
    badgeLayout: () =>
      attemptResult(attempt, async () => {
        const event = await readEvent(db);
        if (event === null) return err('unavailable');
        return ok({ layout: event.badge ?? null, isOwn: (await readOwnLayout(db)) !== null });
      }),
    setBadgeLayout: (layout) => attemptResult(attempt, () => change((trx) => setBadgeLayout(trx, layout))),
  };
}

/** JSON by id. */
async function readItems(queries: Queries, kind: FeedKind): Promise<Map<string, string>> {
  const rows = await queries.selectFrom('feed_item').select(['id', 'body']).where('kind', '=', kind).execute();
  return new Map(rows.flatMap(({ id, body }) => (body === null ? [] : [[id, body] as const])));
}
