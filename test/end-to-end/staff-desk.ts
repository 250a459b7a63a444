import process from 'node:process';
import { expect, test as base } from '@playwright/test';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { findChromium } from '../../build/chromium.mjs';
import type { ShellName } from '../../electron/bridge/greet.ts';
import { createDesk, openDeskPage, type Desk, type DeskOptions } from './desk.ts';
import { openVenue, type StaffVenue } from './staff-venue.ts';
import type { PageWatch } from './watch-page.ts';

interface PerWorker {
  shell: ShellName;
  venue: StaffVenue;
  browser_: Browser;
}
interface PerTest {
  /** Opens a browser of its own. Afterwards none may have complained of anything, nor asked anybody but the hub. */
  openDesk: (options?: DeskOptions) => Promise<Desk>;
}

/** What a browser says of an answer with a status of 400 and more; such answers are part of what is tested. */
const refusedAnswer = /the server responded with a status of 4\d\d/u;

export const test = base.extend<PerTest, PerWorker>({
  shell: ['chromium', { option: true, scope: 'worker' }],
  venue: [
    async ({ shell: _ }, use) => {
      const venue = await openVenue();
      await use(venue);
      await venue.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  browser_: [
    async ({ shell: _ }, use) => {
      const executablePath = findChromium();
      if (executablePath === null) throw new Error('No Chromium is here; npm start installs one.');
      const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      const browser = await chromium.launch({ executablePath, args });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  async openDesk({ venue, browser_: browser }, use) {
    const opened: { context: BrowserContext; watch: PageWatch }[] = [];
    await use(async (options = {}) => {
      const { language = 'en' } = options;
      const { context, page, watch } = await openDeskPage(browser, { ...options, address: venue.address });
      opened.push({ context, watch });
      return createDesk({ page, venue, language });
    });
    for (const { context, watch } of opened) {
      const complaints = watch.complaints().filter((complaint) => !refusedAnswer.test(complaint));
      expect(complaints).toEqual([]);
      expect(watch.foreignRequests()).toEqual([]);
      await context.close();
    }
  },
});

export { expect, type Desk };
