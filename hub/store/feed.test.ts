import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FeedChange } from '../../domain/protocol/feed.ts';
import { createCatalogue, createSession, createTicketIndex } from './kiosk.fixture.ts';
import type { Store } from './store.ts';
import { describeStores, must } from './stores.fixture.ts';

const attendee = (number: number, tag = 'tag') => ({
  index: createTicketIndex(number),
  ciphertext: `${tag} `.padEnd(40, 'c'),
  sealed: `{"sealed":${number}}`,
  tag,
});

describeStores('the feed', (stores) => {
  async function readAll(store: Store, cursor: string | null, limit = 100) {
    const changes: FeedChange[] = [];
    let reset = false;
    for (;;) {
      const page = must(await store.feed.page({ cursor, limit }));
      expect(page.changes.length).toBeLessThanOrEqual(limit);
      changes.push(...page.changes);
      reset ||= page.reset;
      cursor = page.cursor;
      if (page.complete) return { changes, cursor, reset };
    }
  }
  const keys = (changes: readonly FeedChange[]) =>
    changes.map(({ kind, id, item }) => `${item === null ? '-' : ''}${kind} ${id}`);

  it('is empty before there is an event', async () => {
    const store = await stores.open();
    expect(must(await store.feed.event())).toBeNull();
    const page = must(await store.feed.page({ cursor: null, limit: 10 }));
    expect(page).toEqual({ cursor: `${store.epoch}.0`, reset: true, complete: true, changes: [] });
  });

  it('tells all in pages, then what has changed, and of that only the last', async () => {
    const store = await stores.open();
    const catalogue = createCatalogue();
    expect(must(await store.feed.publishCatalogue(catalogue))).toEqual({ changed: 3, removed: 0 });
    expect(must(await store.feed.event())).toEqual(catalogue.event);
    const all = await readAll(store, null, 2);
    expect(keys(all.changes)).toEqual(['event micro-e-2026', 'session forum', 'session talk']);
    expect(all.reset).toBe(true);
    expect(must(await store.feed.publishCatalogue(catalogue))).toEqual({ changed: 0, removed: 0 });
    const sessions = [createSession('forum', 60), createSession('workshop', 8)];
    expect(must(await store.feed.publishCatalogue({ ...catalogue, sessions }))).toEqual({ changed: 2, removed: 1 });
    const since = await readAll(store, all.cursor, 1);
    expect(keys(since.changes)).toEqual(['session forum', 'session workshop', '-session talk']);
    expect(since.reset).toBe(false);
    expect(await readAll(store, since.cursor)).toEqual({ changes: [], cursor: since.cursor, reset: false });
  });

  it('starts a kiosk from nothing whose cursor is not of this hub, without deletions', async () => {
    const store = await stores.open();
    must(await store.feed.publishCatalogue(createCatalogue()));
    must(await store.feed.publishCatalogue(createCatalogue({ sessions: [] })));
    const strange = ['00000000-0000-4000-8000-000000000000.2', `${store.epoch}.99`, 'x', `${store.epoch}.`];
    for (const cursor of [null, ...strange]) {
      const { changes, reset } = await readAll(store, cursor);
      expect(reset).toBe(true);
      expect(keys(changes)).toEqual(['event micro-e-2026']);
    }
  });

  it('is one event’s for good', async () => {
    const store = await stores.open();
    const catalogue = createCatalogue();
    must(await store.feed.publishCatalogue(catalogue));
    const other = { ...catalogue, event: { ...catalogue.event, id: 'another' } };
    expect(await store.feed.publishCatalogue(other)).toEqual({ ok: false, reason: 'other-event' });
  });

  it('sends an attendee again only when what it says has changed', async () => {
    const store = await stores.open();
    expect(await store.feed.publishAttendees([])).toEqual({ ok: false, reason: 'unavailable' });
    must(await store.feed.publishCatalogue(createCatalogue({ sessions: [] })));
    const { cursor } = await readAll(store, null);
    const published = must(await store.feed.publishAttendees([attendee(1), attendee(2), attendee(3)]));
    expect(published).toEqual({ changed: 3, removed: 0 });
    const first = await readAll(store, cursor);
    expect(first.changes[0]?.item).toEqual({ index: attendee(1).index, ciphertext: attendee(1).ciphertext });
    const again = [{ ...attendee(1), ciphertext: 'n'.repeat(40) }, attendee(2, 'new tag')];
    expect(must(await store.feed.publishAttendees(again))).toEqual({ changed: 1, removed: 1 });
    const second = await readAll(store, first.cursor);
    expect(keys(second.changes)).toEqual([`attendee ${attendee(2).index}`, `-attendee ${attendee(3).index}`]);
    expect(must(await store.feed.countAttendees())).toBe(2);
  });

  it('keeps a page below a megabyte', async () => {
    const store = await stores.open();
    must(await store.feed.publishCatalogue(createCatalogue({ sessions: [] })));
    const heavy = Array.from({ length: 12 }, (_, number) => ({ ...attendee(number), ciphertext: 'c'.repeat(150_000) }));
    must(await store.feed.publishAttendees(heavy));
    const { length } = must(await store.feed.pageJson({ cursor: null, limit: 100 }));
    expect(length).toBeGreaterThan(750_000);
    expect(length).toBeLessThan(1_010_000);
    expect((await readAll(store, null)).changes).toHaveLength(13);
  });

  it('calls when another process has published, and not after it was stopped', async () => {
    const store = await stores.open();
    const teller = store.kind === 'postgres' ? await stores.open() : store;
    let calls = 0;
    let heard: () => void = () => undefined;
    const stop = store.feed.onNews(() => {
      calls += 1;
      heard();
    });
    const news = new Promise<void>((resolve) => (heard = resolve));
    must(await teller.feed.publishCatalogue(createCatalogue()));
    await news;
    stop();
    const next = new Promise<void>((resolve) => store.feed.onNews(resolve));
    must(await teller.feed.publishCatalogue(createCatalogue({ sessions: [] })));
    await next;
    expect(calls).toBe(1);
  });

  it('brings any kiosk to what the hub has, whenever it asked and however small its pages', async () => {
    const store = await stores.open();
    let cursor: string | null = null;
    let held = new Map<string, unknown>();
    const lists = fc.uniqueArray(fc.record({ number: fc.nat(9), tag: fc.constantFrom('a', 'b') }), {
      selector: ({ number }) => number,
    });
    must(await store.feed.publishCatalogue(createCatalogue()));
    await fc.assert(
      fc.asyncProperty(lists, fc.boolean(), fc.integer({ min: 1, max: 4 }), async (list, asks, limit) => {
        must(await store.feed.publishAttendees(list.map(({ number, tag }) => attendee(number, tag))));
        if (!asks) return;
        const answer = await readAll(store, cursor, limit);
        if (answer.reset) held = new Map();
        for (const { kind, id, item } of answer.changes) {
          if (item === null) held.delete(`${kind} ${id}`);
          else held.set(`${kind} ${id}`, item);
        }
        ({ cursor } = answer);
        const wanted = list.map(({ number }) => createTicketIndex(number)).sort();
        const found = [...held.keys()].filter((key) => key.startsWith('attendee '));
        expect(found.map((key) => key.slice('attendee '.length)).sort()).toEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });
});
