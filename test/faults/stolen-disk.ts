import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openKiosk } from '../end-to-end/open-kiosk.ts';
import { printSheet } from '../journeys/print-sheet.ts';
import { enterName, openNameScreen, registerWalkIn } from '../journeys/register-walk-in.ts';
import { finishVisit, startVisit } from '../journeys/visit.ts';
import { startEscposSimulator } from '../simulators/escpos/escpos-simulator.ts';
import type { Fault } from './harness/fault.ts';
import { killRenderers } from './harness/kill-renderers.ts';
import { createTally } from './harness/tally.ts';
import { createKnownVisitor, secretsOf } from './secrets/known-visitors.ts';
import { needlesOf } from './secrets/needles.ts';
import { searchFolder } from './secrets/search-bytes.ts';

export const stolenDisk: Fault = {
  name: 'stolen-disk',
  about: `Visitors with known names register on the page and print; the last stands in the form when page and host are killed. Then their
names, e-mail addresses and phone numbers are searched for in every file that the kiosk wrote: journal, cache, the browser's whole
profile, the log. As UTF-8, UTF-16 in both orders, escapes and base64: none is found.`,
  runs: { usual: 100, short: 3 },
  async inject({ random, runs, folder, say }) {
    const tally = createTally();
    const printer = await startEscposSimulator();
    const place = join(folder, 'kiosk');
    mkdirSync(place);
    const secrets: string[] = [];
    const meet = () => {
      const visitor = createKnownVisitor(random);
      secrets.push(...secretsOf(visitor));
      return visitor;
    };
    const flags = ['--printer', `tcp://${printer.host}:${printer.port}`];
    const kiosk = await openKiosk({
      shell: 'chromium',
      dataFolder: place,
      flags,
      viewport: { width: 540, height: 960 },
    });
    try {
      const { page } = kiosk;
      await page.emulateMedia({ reducedMotion: 'reduce' });
      for (let run = 1; run < runs; run += 1) {
        await registerAndPrint(page, meet());
        tally.run();
        if (run % 10 === 0) say(`${run} of ${runs}`);
      }
      const last = meet();
      await startVisit(page, last.language);
      await openNameScreen(page, last);
      await enterName(page, last);
      const crashed = new Promise((resolve) => page.once('crash', resolve));
      await killRenderers(page.context());
      await crashed;
      kiosk.host.process.kill('SIGKILL');
      tally.run();
    } finally {
      await kiosk.close();
      await printer.close();
    }
    writeFileSync(join(place, 'log'), kiosk.host.output());
    const { leaks, files, bytes } = searchFolder(place, secrets.flatMap(needlesOf));
    for (const { file, needle } of leaks) tally.stuck(`${file} holds a secret as ${needle.form}`);
    tally.note(`${secrets.length} secrets in ${files} files of ${Math.round(bytes / 1e6)} MB: ${leaks.length} found`);
    return tally.outcome();
  },
};

async function registerAndPrint(page: Page, visitor: ReturnType<typeof createKnownVisitor>): Promise<void> {
  await startVisit(page, visitor.language);
  await registerWalkIn(page, visitor);
  const { state } = await printSheet(page, { document: 'badge', language: visitor.language });
  if (state !== 'printed') throw new Error(`the badge ended as ${state}`);
  await finishVisit(page, visitor.language);
}
