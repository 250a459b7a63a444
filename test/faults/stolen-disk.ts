import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { openKiosk } from '../end-to-end/open-kiosk.ts';
import { printSheet } from '../journeys/print-sheet.ts';
import { enterName, openNameScreen, registerWalkIn } from '../journeys/register-walk-in.ts';
import { finishVisit, startVisit, waitForAttract } from '../journeys/visit.ts';
import type { Visitor } from '../journeys/visitor.ts';
import { startEscposSimulator } from '../simulators/escpos/escpos-simulator.ts';
import { listChildren } from './harness/child-processes.ts';
import type { Fault } from './harness/fault.ts';
import { readKept } from './harness/journal-of.ts';
import { killRenderers } from './harness/kill-renderers.ts';
import { copySamplePack } from './harness/sample-pack.ts';
import { scanTicket, toRow, waitForAttendees } from './harness/tickets.ts';
import { createTally } from './harness/tally.ts';
import { createKnownVisitor, createTicketCode, secretsOf } from './secrets/known-visitors.ts';
import { needlesOf } from './secrets/needles.ts';
import { searchFolder } from './secrets/search-bytes.ts';

export const stolenDisk: Fault = {
  name: 'stolen-disk',
  about: `Visitors with known names register on the page or scan their ticket, and print; as many again have a ticket and do not come; the last
stands in the form when page and host are killed. Then names, e-mail addresses, phone numbers and ticket codes are searched for in
every file that the kiosk and the hub in it wrote: journal, cache, database, the browser's whole profile, the log. As UTF-8, UTF-16
in both orders, escapes and base64: none is found.`,
  runs: { usual: 100, short: 4 },
  async inject({ random, runs, folder, say }) {
    const tally = createTally();
    const visitors = Array.from({ length: runs }, () => createKnownVisitor(random));
    const isExpected = (number: number) => number % 2 === 1;
    const absent = Array.from({ length: runs }, () => createKnownVisitor(random));
    const listed = [...visitors.filter((_, number) => isExpected(number)), ...absent];
    const tickets = new Map(listed.map((visitor) => [visitor, createTicketCode(random)]));
    const event = copySamplePack(join(folder, 'pack'), {
      attendees: listed.map((each) => toRow(each, tickets.get(each))),
    });
    const place = join(folder, 'kiosk');
    mkdirSync(place);
    const printer = await startEscposSimulator();
    const flags = ['--event', event, '--hub=embedded', '--printer', `tcp://${printer.host}:${printer.port}`];
    const kiosk = await openKiosk({
      shell: 'chromium',
      dataFolder: place,
      flags,
      viewport: { width: 540, height: 960 },
    });
    try {
      const { page } = kiosk;
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await waitForAttract(page);
      await waitForAttendees(kiosk, listed.length);
      for (const [number, visitor] of visitors.entries()) {
        const ticket = tickets.get(visitor);
        if (number === runs - 1) await leaveInForm(page, visitor);
        else if (ticket === undefined) await registerAndPrint(page, visitor);
        else await checkInAndPrint(page, visitor, ticket);
        tally.run();
        if ((number + 1) % 10 === 0) say(`${number + 1} of ${runs}`);
      }
      // As a power cut leaves it: nothing tidies up.
      const { pid } = kiosk.host.process;
      for (const each of [...(pid === undefined ? [] : [pid]), ...listChildren(pid)]) process.kill(each, 'SIGKILL');
    } finally {
      await kiosk.close();
      await printer.close();
    }
    writeFileSync(join(place, 'log'), kiosk.host.output());
    const secrets = [...visitors, ...absent].flatMap(secretsOf).concat(...tickets.values());
    const { leaks, files, bytes } = searchFolder(place, secrets.flatMap(needlesOf));
    for (const { file, needle } of leaks) tally.stuck(`${file} holds a secret as ${needle.form}`);
    const kept = await readKept(place);
    if (kept.length < runs - 1) tally.stuck(`the journal has ${kept.length} records`);
    // What is no secret is found, or the search looks in the wrong place.
    if (
      searchFolder(
        place,
        kept.flatMap(({ id }) => needlesOf(id)),
      ).leaks.length < kept.length
    )
      tally.stuck('the search finds nothing');
    tally.note(`${secrets.length} secrets in ${files} files of ${Math.round(bytes / 1e6)} MB: ${leaks.length} found`);
    return tally.outcome();
  },
};

async function registerAndPrint(page: Page, visitor: Visitor): Promise<void> {
  await startVisit(page, visitor.language);
  await registerWalkIn(page, visitor);
  await printAndLeave(page, visitor);
}

async function checkInAndPrint(page: Page, visitor: Visitor, ticket: string): Promise<void> {
  await scanTicket(page, visitor, ticket);
  await printAndLeave(page, visitor);
}

async function printAndLeave(page: Page, { language }: Visitor): Promise<void> {
  const { state } = await printSheet(page, { document: 'badge', language });
  if (state !== 'printed') throw new Error(`the badge ended as ${state}`);
  await finishVisit(page, language);
}

async function leaveInForm(page: Page, visitor: Visitor): Promise<void> {
  await startVisit(page, visitor.language);
  await openNameScreen(page, visitor);
  await enterName(page, visitor);
  const crashed = new Promise((resolve) => page.once('crash', resolve));
  await killRenderers(page.context());
  await crashed;
}
