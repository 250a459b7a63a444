import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import type { Registration } from '../../domain/registration.ts';
import { openKiosk } from '../end-to-end/open-kiosk.ts';
import { readMirror } from '../end-to-end/mirror.ts';
import { registerWalkIn } from '../journeys/register-walk-in.ts';
import { startVisit, waitForAttract } from '../journeys/visit.ts';
import { loadSampleEvent } from '../end-to-end/sample-event.ts';
import { addressOf, connectBridge } from './harness/connect-bridge.ts';
import type { Fault } from './harness/fault.ts';
import { readHubRecords, sqliteIn } from './harness/hub-records.ts';
import { readKept } from './harness/journal-of.ts';
import { killRenderers } from './harness/kill-renderers.ts';
import { createLedger } from './harness/ledger.ts';
import { createTally } from './harness/tally.ts';
import { waitUntilSent } from './harness/venue.ts';
import { createWalkIns } from './harness/walk-ins.ts';
import { watchRegistering } from './harness/watch-registering.ts';

/** From the tap on "Finish" to the badge it is 5 to 60 ms. */
const latestKillMilliseconds = 80;
/** A visit up to that tap. */
const visitMilliseconds = 2000;
/** So many of the kills fall somewhere in the visit, the others after its last tap. */
const anywhere = 0.2;

export const pageKilled: Fault = {
  name: 'page-killed',
  about: `The page's process is killed (SIGKILL) while a visitor registers, most often right after their last tap; then a new page opens.
Whoever the host told is at the hub, once, and the new page's mirror has every record of the journal.`,
  runs: { usual: 100, short: 1 },
  async inject({ random, runs, folder, say }) {
    const tally = createTally();
    const ledger = createLedger();
    const nextWalkIn = createWalkIns(random, 'K1');
    const kiosk = await openKiosk({
      dataFolder: folder,
      shell: 'chromium',
      flags: ['--hub=embedded'],
      viewport: { width: 540, height: 960 },
    });
    try {
      const address = await kiosk.page.evaluate(() => location.href);
      const context = kiosk.page.context();
      let page = kiosk.page;
      for (let run = 1; run <= runs; run += 1) {
        await page.emulateMedia({ reducedMotion: 'reduce' });
        const { registering } = await watchRegistering(page, ledger);
        const crashed = new Promise((resolve) => page.once('crash', resolve));
        const visit = visitOnce(page, nextWalkIn().registration);
        const pause = random.fraction() * latestKillMilliseconds;
        if (random.chance(anywhere)) await wait(random.fraction() * visitMilliseconds);
        else {
          // A visit that ends without a registration is a failure of this test; one that ends within the pause is one of the cases.
          await Promise.race([registering, visit.then((reason) => Promise.reject(new Error(reason)))]);
          await wait(pause);
        }
        if ((await killRenderers(context)) === 0) throw new Error('there was no page to kill');
        await crashed;
        await visit;
        tally.run();
        page = await replacePage(context, page);
        await page.goto(address);
        if (run % 10 === 0) say(`${run} of ${runs}`);
      }
      const kept = await readKept(folder);
      const connection = await connectBridge(addressOf(kiosk.host));
      const left = await waitUntilSent(connection.bridge, performance.now() + 60_000);
      await connection.close();
      if (left !== null) tally.stuck(`the kiosk ${left}`);
      tally.add(ledger.judge(await readHubRecords(sqliteIn(join(folder, 'hub', loadSampleEvent().event.id)))));
      await waitForAttract(page);
      const missing = await waitForMirror(
        page,
        kept.map(({ id }) => id),
      );
      if (missing > 0) tally.stuck(`the mirror lacks ${missing} of ${kept.length} records`);
      return tally.outcome();
    } finally {
      await kiosk.close();
    }
  },
};

/** Chromium may put the new page into the process that has just been killed: then it is asked for another. */
async function replacePage(context: BrowserContext, dead: Page): Promise<Page> {
  const next = await context.newPage().catch(() => context.newPage());
  await dead.close();
  return next;
}

/** What the visitor does until the page dies under their finger; resolves with how it ended. */
async function visitOnce(
  page: Page,
  { language, name, contact, status, field, talentPool }: Registration,
): Promise<string> {
  try {
    await startVisit(page, language);
    await registerWalkIn(page, { language, name, contact, status, field, talentPool });
    return 'the visit ended before the page was killed';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Until the mirror has these records. @returns how many are missing after ten seconds */
async function waitForMirror(page: Page, ids: readonly string[]): Promise<number> {
  const end = performance.now() + 10_000;
  for (;;) {
    const mirrored = new Set(
      z
        .array(z.object({ id: z.string() }))
        .parse(await readMirror(page))
        .map(({ id }) => id),
    );
    const missing = ids.filter((id) => !mirrored.has(id)).length;
    if (missing === 0 || performance.now() > end) return missing;
    await wait(100);
  }
}
