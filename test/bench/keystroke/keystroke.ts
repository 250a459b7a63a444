import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Catalogue } from '../../../domain/catalogue.ts';
import { languages, localise, type Language } from '../../../domain/localised.ts';
import { loadPack } from '../../../electron/catalogue/load-pack.ts';
import { createCatalogueIndex } from '../../../renderer/search/catalogue-index.ts';
import { emptyQuery } from '../../../renderer/search/query.ts';
import { root } from '../../end-to-end/shells.ts';
import { startOver, startVisit } from '../../journeys/visit.ts';
import { wordsOf } from '../../journeys/words.ts';
import { serveBlankPages } from '../harness/blank-page.ts';
import type { Benchmark } from '../harness/benchmark.ts';
import { withKiosk } from '../harness/with-kiosk.ts';
import { queries } from './queries.ts';
import { openPlainField, pressKey, timeKey, timePlainKey, type Results } from './time-key.ts';

/** Of the list, before it is pulled up. */
const shownRows = 8;

interface Times {
  readonly painted: number[];
  readonly plain: number[];
  readonly find: number[];
  readonly scan: number[];
}

export const keystroke: Benchmark = {
  name: 'keystroke',
  about: `From a key's event until the frame after the list shows the jobs for that text, in the sample event of 320 jobs. Real keys through
the browser's input; Han as an input method puts it. A key that leaves the list as it was is pressed but not counted.
Peers: the same keys in a page with one field that shows the text and searches nothing, in the same browser; and for the search
alone, in Node, plain includes() over the same texts.`,
  measure: (say) =>
    withKiosk('72mm', async ({ page }) => {
      const search = createSearch(await readCatalogue());
      const pages = await serveBlankPages();
      const plain = await page.context().newPage();
      const times: Times = { painted: [], plain: [], find: [], scan: [] };
      try {
        await openPlainField(plain, pages.address);
        for (const language of languages) {
          await page.bringToFront();
          await openSearch(page, language);
          for (const query of queries[language]) {
            await typeQuery({ page, search, language, query, times });
            await typeInPlainField(plain, query, times);
          }
          await page.bringToFront();
          await startOver(page, language);
        }
      } finally {
        await pages.close();
      }
      say(`${times.painted.length} keys that changed the list`);
      return [
        {
          name: 'key to painted results, 320 jobs',
          unit: 'ms',
          values: times.painted,
          peer: { name: 'plain field', values: times.plain },
          goal: { atMost: 50, of: 'p95' },
        },
        {
          name: 'of that, the search (in Node)',
          unit: 'ms',
          values: times.find,
          peer: { name: 'includes()', values: times.scan },
        },
      ];
    }),
};

async function readCatalogue(): Promise<Catalogue> {
  const loaded = await loadPack(join(root, 'build', 'sample-event'));
  if (!loaded.ok) throw new Error(loaded.reason.message);
  return loaded.value;
}

/** What the kiosk must find, and the plain scan beside it. */
function createSearch({ event, jobs, companies, sessions, floorPlan }: Catalogue) {
  const { functions, synonyms = [] } = event;
  const index = createCatalogueIndex({ jobs, companies, sessions, floorPlan: floorPlan ?? null, functions, synonyms });
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const companyNames = new Map(companies.map(({ id, name }) => [id, Object.values(name)]));
  const texts = jobs.map(({ title, company, text }) =>
    [...Object.values(title), ...(companyNames.get(company) ?? []), ...Object.values(text)].join('\n').toLowerCase(),
  );
  const timed = <Value>(values: number[], work: () => Value): Value => {
    const began = performance.now();
    const value = work();
    values.push(performance.now() - began);
    return value;
  };
  return {
    find(text: string, language: Language, times?: Times): Results {
      const found = timed(times?.find ?? [], () => index.search({ ...emptyQuery, text })).jobs;
      const words = text.toLowerCase().split(/\s+/u);
      timed(times?.scan ?? [], () => texts.filter((each) => words.every((word) => each.includes(word))));
      const titles = found.slice(0, shownRows).map(({ id }) => {
        const title = byId.get(id)?.title;
        return title === undefined ? '' : localise(title, language).text;
      });
      return { count: found.length, titles };
    },
  };
}

async function openSearch(page: Page, language: Language): Promise<void> {
  const { home, jobs } = wordsOf(language);
  await startVisit(page, language);
  await page.getByRole('button', { name: home.search, exact: true }).click();
  await page.getByRole('textbox', { name: jobs.search, exact: true }).focus();
}

interface Typing {
  readonly page: Page;
  readonly search: ReturnType<typeof createSearch>;
  readonly language: Language;
  readonly query: string;
  readonly times: Times;
}

async function typeQuery({ page, search, language, query, times }: Typing): Promise<void> {
  await page.bringToFront();
  const field = page.getByRole('textbox', { name: wordsOf(language).jobs.search, exact: true });
  await field.fill('');
  await field.focus();
  const all = search.find('', language);
  await page
    .getByRole('status')
    .filter({ hasText: String(all.count) })
    .waitFor();
  let before = all;
  let text = '';
  for (const key of query) {
    text += key;
    const expected = search.find(text, language, times);
    if (isSame(before, expected)) await pressKey(page, key);
    else times.painted.push(await timeKey(page, key, expected));
    before = expected;
  }
}

async function typeInPlainField(page: Page, query: string, times: Times): Promise<void> {
  await page.bringToFront();
  const field = page.getByRole('textbox');
  await field.fill('');
  await field.focus();
  let text = '';
  for (const key of query) {
    text += key;
    times.plain.push(await timePlainKey(page, key, text));
  }
}

function isSame(one: Results, other: Results): boolean {
  return one.count === other.count && one.titles.join('\n') === other.titles.join('\n');
}
