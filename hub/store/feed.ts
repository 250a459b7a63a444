import { feedPageSchema } from '../../domain/protocol/feed.ts';
import { attemptResult } from './attempt.ts';
import { readFeedPage } from './feed-page.ts';
import { publishAttendees, publishCatalogue, readEvent } from './feed-publish.ts';
import type { Parts } from './parts.ts';
import type { Feed } from './store.ts';

export function createFeed({ database, attempt, epoch }: Pick<Parts, 'database' | 'attempt' | 'epoch'>): Feed {
  const { db, change, onNews } = database;
  const pageJson: Feed['pageJson'] = (question) => attempt(() => readFeedPage({ db, epoch, ...question }));
  return {
    event: () => attempt(() => readEvent(db)),
    publishCatalogue: (catalogue) =>
      attemptResult(attempt, () => change((trx) => publishCatalogue({ database, trx, catalogue }))),
    publishAttendees: (attendees) =>
      attemptResult(attempt, () => change((trx) => publishAttendees({ database, trx, attendees }))),
    countAttendees: () =>
      attempt(async () => {
        const counted = db.selectFrom('attendee').select((count) => count.fn.countAll<number>().as('attendees'));
        return (await counted.executeTakeFirstOrThrow()).attendees;
      }),
    page: async (question) => {
      const json = await pageJson(question);
      return json.ok ? { ok: true, value: feedPageSchema.parse(JSON.parse(json.value)) } : json;
    },
    pageJson,
    onNews,
  };
}
