// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { catalogueChangesSchema } from '../../domain/catalogue.ts';
import { event } from '../../domain/pack/small-pack.fixture.ts';
import { CatalogueProvider, useCatalogue } from './catalogue.tsx';
import { Database } from './database.ts';
import { applyChanges } from './pull-catalogue.ts';

const job = (id: string) => ({ id, company: 'acme', languages: [], title: { en: id }, text: { en: 'Do it.' } });
let databases = 0;
const create = () => {
  databases += 1;
  return new Database(`foyer-${databases}`);
};

async function fill(database: Database, jobs: readonly string[]): Promise<void> {
  const upserts = { event, companies: [], jobs: jobs.map(job), sessions: [], announcements: [] };
  const removals = { companies: [], jobs: [], sessions: [], announcements: [] };
  await applyChanges(database, catalogueChangesSchema.parse({ cursor: jobs.join(), reset: true, upserts, removals }));
}

const place = document.createElement('div');
let root: ReturnType<typeof createRoot>;
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  root = createRoot(place);
});
afterEach(() => {
  act(() => {
    root.unmount();
  });
});

function Jobs() {
  return useCatalogue()
    .jobs.map(({ id }) => id)
    .join();
}

function show(database: Database): void {
  act(() => {
    root.render(
      <CatalogueProvider database={database} empty="nothing yet">
        <Jobs />
      </CatalogueProvider>,
    );
  });
}

const shows = (text: string) =>
  vi.waitFor(async () => {
    await act(() => Promise.resolve());
    expect(place.textContent).toBe(text);
  }, 10_000);

test('an empty cache shows what stands for it, and a filled one itself, without being asked', async () => {
  const database = create();
  show(database);
  await shows('nothing yet');
  await fill(database, ['J1', 'J2']);
  await shows('J1,J2');
});

test('while a cache that failed is filled anew, the screens keep what they have read', async () => {
  const database = create();
  await fill(database, ['J1', 'J2']);
  show(database);
  await shows('J1,J2');
  const anew = create();
  show(anew);
  await shows('J1,J2');
  await fill(anew, ['J3']);
  await shows('J3');
});

test('a cache that cannot be read is no end of the screens', async () => {
  const database = create();
  await fill(database, ['J1']);
  show(database);
  await shows('J1');
  const closed = create();
  await closed.open();
  closed.close();
  show(closed);
  await shows('J1');
});
