import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openKiosk, type Kiosk } from '../../end-to-end/open-kiosk.ts';
import { startVisit, waitForAttract } from '../../journeys/visit.ts';
import { wordsOf } from '../../journeys/words.ts';
import type { Benchmark, Figure, Say } from '../harness/benchmark.ts';
import { findClockOrigin, readClock } from '../harness/clock.ts';
import { withHub } from '../harness/hub-process.ts';
import { connectOperator, type Operator } from '../harness/operator.ts';
import { installToolkit } from '../harness/page-toolkit.ts';
import { createChangingPack, type ChangingPack } from './changing-pack.ts';
import { startPlainNews, type PlainNews } from './plain-news.ts';
import { watchCache, type CacheWatch } from './watch-cache.ts';

export const news = createNews({ changes: 40 });

export function createNews({ changes }: { readonly changes: number }): Benchmark {
  return {
    name: 'news',
    about: `The title of one of the sample's 320 jobs changes ${changes} times: from the operator's request, with which the hub checks the whole
pack, over loopback. host: until the kiosk's cache has committed it. page: until the frame after the list of jobs shows it.
Peer: an event on an open stream and the job fetched on it, over plain HTTP in one process, with nothing checked, signed or stored.`,
    measure: (say) => measure(changes, say),
  };
}

/** No job of the sample has it. */
const rareWord = 'Zymurgy';

async function measure(changes: number, say: Say): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  const pack = createChangingPack();
  const plain = await startPlainNews();
  try {
    return await withHub({ database: join(folder, 'hub.sqlite') }, async (hub) => {
      const operator = connectOperator(hub);
      await change({ pack, operator }, `${rareWord} 0`);
      const flags = [...(await operator.makeEnrolmentFlags()), '--idle-warn-after-seconds', '3600'];
      const kiosk = await openKiosk({ shell: 'chromium', flags });
      const cache = watchCache(kiosk.dataFolder);
      try {
        const times = await timeChanges({ pack, operator, kiosk, cache, plain, changes });
        say(`${changes} changes`);
        const peer = { name: 'plain SSE', values: times.plain };
        const goal = { atMost: 2000, of: 'p95' } as const;
        return [
          { name: 'change to the kiosk’s host', unit: 'ms', values: times.host, peer, goal },
          { name: 'change to painted in the list', unit: 'ms', values: times.page, peer, goal },
        ];
      } finally {
        cache.close();
        await kiosk.close();
        await operator.close();
      }
    });
  } finally {
    await plain.close();
    pack.remove();
    rmSync(folder, { recursive: true });
  }
}

interface Changing {
  readonly pack: ChangingPack;
  readonly operator: Operator;
}

interface Parts extends Changing {
  readonly kiosk: Kiosk;
  readonly cache: CacheWatch;
  readonly plain: PlainNews;
  readonly changes: number;
}

async function timeChanges({ pack, operator, kiosk: { page }, cache, plain, changes }: Parts) {
  const times = { host: [] as number[], page: [] as number[], plain: [] as number[] };
  await waitForAttract(page);
  await installToolkit(page);
  await openList(page);
  for (let number = 1; number <= changes; number += 1) {
    const title = `${rareWord} ${number}.`;
    await awaitText(page, title);
    const began = readClock();
    const asked = change({ pack, operator }, title);
    await cache.waitForText('job', pack.job, title);
    times.host.push(readClock() - began);
    times.page.push((await readPainted(page)) - began);
    await asked;
    times.plain.push(await plain.timeChange({ id: pack.job, title: { en: title } }));
  }
  return times;
}

async function change({ pack, operator }: Changing, title: string): Promise<void> {
  pack.writeTitle(title);
  await operator.post('/v1/operator/event', { folder: pack.folder });
}

/** The list of jobs as a visitor has it who searched for the one that changes. */
async function openList(page: Page): Promise<void> {
  const { home, jobs } = wordsOf('en');
  await startVisit(page, 'en');
  await page.getByRole('button', { name: home.search, exact: true }).click();
  await page.getByRole('textbox', { name: jobs.search, exact: true }).fill(rareWord);
  await page.getByText(rareWord).first().waitFor();
}

async function awaitText(page: Page, text: string): Promise<void> {
  await page.evaluate((wanted) => {
    const isShown = () => document.body.textContent.includes(wanted);
    window.bench.pending = window.bench.whenPainted(isShown);
  }, text);
}

/** On the machine's clock. */
async function readPainted(page: Page): Promise<number> {
  const at = await page.evaluate(() => window.bench.pending);
  return at + (await page.evaluate(findClockOrigin));
}
