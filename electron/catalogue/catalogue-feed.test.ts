import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueChangesSchema, type Catalogue } from '../../domain/catalogue.ts';
import { createCatalogueFeed } from './catalogue-feed.ts';
import { loadPack } from './load-pack.ts';

let catalogue: Catalogue;
beforeAll(() => {
  const loaded = loadPack('build/sample-event');
  if (!loaded.ok) throw new Error(loaded.reason.message);
  catalogue = loaded.value;
});

describe('the change feed of a lone kiosk', () => {
  it('gives a renderer that has nothing all of it', () => {
    const page = createCatalogueFeed(catalogue).pull(null);
    expect(page).toMatchObject({ reset: true, upserts: catalogue });
    expect(catalogueChangesSchema.safeParse(JSON.parse(JSON.stringify(page))).success).toBe(true);
  });

  it('gives a renderer that is up to date nothing', () => {
    const feed = createCatalogueFeed(catalogue);
    const { cursor } = feed.pull(null);
    const page = feed.pull(cursor);
    expect(page).toMatchObject({ cursor, reset: false, upserts: { companies: [], jobs: [], sessions: [] } });
    expect(page.upserts.event).toBeUndefined();
  });

  it('keeps its cursor when the kiosk starts again with the same pack, and changes it with any word of the pack', () => {
    const { cursor } = createCatalogueFeed(catalogue).pull(null);
    expect(createCatalogueFeed(structuredClone(catalogue)).pull(cursor).reset).toBe(false);
    const changed = structuredClone(catalogue);
    changed.event.tagline = { en: 'Another line' };
    expect(createCatalogueFeed(changed).pull(cursor)).toMatchObject({ reset: true, upserts: changed });
  });

  it('starts anew from a cursor that it does not know', () => {
    expect(createCatalogueFeed(catalogue).pull('of-another-event').reset).toBe(true);
  });
});
