import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openKiosk } from '../end-to-end/open-kiosk.ts';
import { printSheet } from '../journeys/print-sheet.ts';
import { enterName, openNameScreen, registerWalkIn } from '../journeys/register-walk-in.ts';
import { finishVisit, startOver, startVisit } from '../journeys/visit.ts';
import type { Visitor } from '../journeys/visitor.ts';
import { startEscposSimulator } from '../simulators/escpos/escpos-simulator.ts';
import { checkPageForgot } from '../tour/check-wiped.ts';
import type { Fault } from './harness/fault.ts';
import { copySamplePack } from './harness/sample-pack.ts';
import { createTally } from './harness/tally.ts';
import { scanTicket, toRow, waitForAttendees } from './harness/tickets.ts';
import { takeHeapSnapshot } from './secrets/heap-snapshot.ts';
import { createKnownVisitor, createTicketCode, secretsOf } from './secrets/known-visitors.ts';
import { needlesOf } from './secrets/needles.ts';
import { createSearch } from './secrets/search-bytes.ts';

/** How a visit goes: to the badge, to the middle of the form, or from a ticket to the preview. */
const visits = {
  async printed(page: Page, visitor: Visitor) {
    await startVisit(page, visitor.language);
    await registerWalkIn(page, visitor);
    const { state } = await printSheet(page, { document: 'badge', language: visitor.language });
    if (state !== 'printed') throw new Error(`the badge ended as ${state}`);
    await finishVisit(page, visitor.language);
  },
  async givenUp(page: Page, visitor: Visitor) {
    await startVisit(page, visitor.language);
    await openNameScreen(page, visitor);
    await enterName(page, visitor);
    // What is there now is found, or the search would find nothing later, either.
    const found = await searchHeap(page, visitor);
    await startOver(page, visitor.language);
    if (found.length === 0) throw new Error('the heap does not even hold the name in the form');
  },
  async scanned(page: Page, visitor: Visitor, ticket: string) {
    await scanTicket(page, visitor, ticket);
    await startOver(page, visitor.language);
  },
} as const;
const kinds = ['printed', 'givenUp', 'scanned'] as const;

export const nextVisitor: Fault = {
  name: 'next-visitor',
  about: `Visitors with known names register, print and leave, or give up in the form, or scan a ticket and walk away. At the attract loop, where the next visitor stands,
none of their names, addresses or numbers is in the page, its fields, its storage, its cookies, or the JavaScript heap.`,
  runs: { usual: 30, short: 3 },
  async inject({ random, runs, folder, say }) {
    const tally = createTally();
    const printer = await startEscposSimulator();
    const visitors = Array.from({ length: runs }, () => createKnownVisitor(random));
    const tickets = visitors.map(() => createTicketCode(random));
    const attendees = visitors
      .map((visitor, at) => toRow(visitor, tickets[at]))
      .filter((_, at) => kinds[at % 3] === 'scanned');
    const event = copySamplePack(join(folder, 'pack'), { attendees });
    mkdirSync(join(folder, 'kiosk'));
    const kiosk = await openKiosk({
      shell: 'chromium',
      dataFolder: join(folder, 'kiosk'),
      flags: ['--event', event, '--hub=embedded', '--printer', `tcp://${printer.host}:${printer.port}`],
      viewport: { width: 540, height: 960 },
    });
    try {
      const { page } = kiosk;
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await waitForAttendees(kiosk, attendees.length);
      for (const [at, visitor] of visitors.entries()) {
        const kind = kinds[at % kinds.length] ?? 'printed';
        await visits[kind](page, visitor, tickets[at] ?? '');
        for (const place of await checkPageForgot(page, secretsOf(visitor)))
          tally.stuck(place.replace(/“[^]*$/u, 'a secret'));
        for (const form of await searchHeap(page, visitor))
          tally.stuck(`after ${kind} the heap holds a secret as ${form}`);
        tally.run();
        if ((at + 1) % 5 === 0) say(`${at + 1} of ${runs}`);
      }
    } finally {
      await kiosk.close();
      await printer.close();
    }
    return tally.outcome();
  },
};

/** @returns the forms in which it is there */
async function searchHeap(page: Page, visitor: Visitor): Promise<string[]> {
  const heap = Buffer.from(await takeHeapSnapshot(page));
  return createSearch(secretsOf(visitor).flatMap(needlesOf))(heap).map(({ form }) => form);
}
