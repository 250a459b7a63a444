import type { Catalogue } from '../../domain/catalogue.ts';
import { eventSchema, type EventDetails } from '../../domain/event.ts';
import type { FeedKind } from '../../domain/protocol/feed.ts';
import { err, ok } from '../../domain/result.ts';
import { takeOverLayout } from './badge-setting.ts';
import type { Change, Database, Queries } from './database/database.ts';
import type { PublishedAttendee } from './store.ts';

export interface FeedItem {
  readonly kind: FeedKind;
  readonly id: string;
  /** JSON; null deletes. */
  readonly body: string | null;
}

export async function readEvent(queries: Queries): Promise<EventDetails | null> {
  const row = await queries.selectFrom('feed_item').select('body').where('kind', '=', 'event').executeTakeFirst();
  return row?.body == null ? null : eventSchema.parse(JSON.parse(row.body));
}

const catalogueKinds: readonly FeedKind[] = ['event', 'floor-plan', 'skills', 'company', 'job', 'session'];

export async function publishCatalogue({
  database,
  trx,
  catalogue,
}: {
  database: Database;
  trx: Change;
  catalogue: Catalogue;
}) {
  const present = await trx
    .selectFrom('feed_item')
    .select(['kind', 'id', 'body'])
    .where('kind', 'in', catalogueKinds)
    .execute();
  const event = present.find(({ kind }) => kind === 'event');
  if (event !== undefined && event.id !== catalogue.event.id) return err('other-event');
  const asKiosksGetIt = await takeOverLayout(trx, catalogue.event);
  const there = new Map(present.map((item) => [keyOf(item), item]));
  const wanted = listItems({ ...catalogue, event: asKiosksGetIt });
  const keys = new Set(wanted.map(keyOf));
  const changed = wanted.filter((item) => there.get(keyOf(item))?.body !== item.body);
  const removed = present.filter((item) => item.body !== null && !keys.has(keyOf(item)));
  await writeFeedItems({ database, trx, items: [...changed, ...removed.map((item) => ({ ...item, body: null }))] });
  return ok({ changed: changed.length, removed: removed.length });
}

const keyOf = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`;

function listItems({ event, companies, jobs, sessions, floorPlan, skills }: Catalogue): FeedItem[] {
  const toItem = (kind: FeedKind, id: string, item: unknown) => ({ kind, id, body: JSON.stringify(item) });
  return [
    toItem('event', event.id, event),
    ...(floorPlan === undefined ? [] : [toItem('floor-plan', event.id, floorPlan)]),
    ...(skills === undefined ? [] : [toItem('skills', event.id, skills)]),
    ...companies.map((company) => toItem('company', company.id, company)),
    ...jobs.map((job) => toItem('job', job.id, job)),
    ...sessions.map((session) => toItem('session', session.id, session)),
  ];
}

/** Each item gets a revision of its own, in the order given; the lock of the change keeps revisions in the order of commits. */
export async function writeFeedItems({
  database,
  trx,
  items,
}: {
  database: Database;
  trx: Change;
  items: readonly FeedItem[];
}): Promise<void> {
  if (items.length === 0) return;
  const { revision } = await trx.selectFrom('hub').select('revision').executeTakeFirstOrThrow();
  for (const [kind, ofKind] of Map.groupBy(items, (item) => item.kind)) {
    const ids = ofKind.map(({ id }) => id);
    await trx.deleteFrom('feed_item').where('kind', '=', kind).where(database.among('id', ids)).execute();
  }
  const rows = items.map(({ kind, id, body }, index) => ({ kind, id, revision: revision + 1 + index, body }));
  await database.insertRows(trx, 'feed_item', rows);
  await trx
    .updateTable('hub')
    .set({ revision: revision + items.length })
    .execute();
  await database.announce(trx);
}

export async function publishAttendees({
  database,
  trx,
  attendees,
}: {
  database: Database;
  trx: Change;
  attendees: readonly PublishedAttendee[];
}) {
  const { purged } = await trx.selectFrom('hub').select('purged').executeTakeFirstOrThrow();
  if (purged.split(',').includes('registration') || (await readEvent(trx)) === null) return err('unavailable');
  const present = await trx.selectFrom('attendee').select(['ticket_index', 'tag']).execute();
  const tags = new Map(present.map((row) => [row.ticket_index, row.tag]));
  // Who withdrew consent is not put on the list again, whoever still has the old one.
  const indexes = attendees.map(({ index }) => index);
  const erased = await trx.selectFrom('erased').select('id').where(database.among('id', indexes)).execute();
  const gone = new Set(erased.map(({ id }) => id));
  const allowed = attendees.filter(({ index }) => !gone.has(index));
  const unique = new Map(allowed.map((attendee) => [attendee.index, attendee]));
  const changed = [...unique.values()].filter(({ index, tag }) => tags.get(index) !== tag);
  const removed = [...tags.keys()].filter((index) => !unique.has(index));
  const old = [...removed, ...changed.map(({ index }) => index)];
  await trx.deleteFrom('attendee').where(database.among('ticket_index', old)).execute();
  const rows = changed.map(({ index, sealed, tag }) => ({ ticket_index: index, sealed, tag }));
  await database.insertRows(trx, 'attendee', rows);
  const upserts = changed.map(({ index, ciphertext }) => toFeedItem(index, JSON.stringify({ index, ciphertext })));
  const deletions = removed.map((index) => toFeedItem(index, null));
  await writeFeedItems({ database, trx, items: [...upserts, ...deletions] });
  return ok({ changed: changed.length, removed: removed.length });
}

function toFeedItem(id: string, body: string | null): FeedItem {
  return { kind: 'attendee', id, body };
}
