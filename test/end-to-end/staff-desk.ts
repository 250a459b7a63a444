import process from 'node:process';
import { expect, test as base } from '@playwright/test';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../../build/chromium.mjs';
import type { Language } from '../../domain/localised.ts';
import type { ShellName } from '../../electron/bridge/greet.ts';
import type { StaffRole } from '../../domain/staff/staff-member.ts';
import { wordsOf } from '../journeys/words.ts';
import { openVenue, type StaffVenue } from './staff-venue.ts';
import { watchPage } from './watch-page.ts';

interface DeskOptions {
  readonly language?: Language;
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A browser on the venue's network, with the staff page open. */
export interface Desk {
  readonly page: Page;
  readonly words: ReturnType<typeof wordsOf>;
  /** Types number and PIN, and waits for the first page. */
  signIn(role: StaffRole): Promise<void>;
  /** By its name, also when it is behind "More". */
  goTo(page: keyof ReturnType<typeof wordsOf>['staff']['pages']): Promise<void>;
  /** On the page "Find a visitor". */
  find(query: string): Promise<void>;
}

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
const locales = { en: 'en-GB', 'zh-Hant': 'zh-HK', 'zh-Hans': 'zh-CN' } as const;

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
    const opened: { context: BrowserContext; watch: ReturnType<typeof watchPage> }[] = [];
    await use(async ({ language = 'en', viewport = { width: 1280, height: 800 } } = {}) => {
      const context = await browser.newContext({
        ...{ viewport, locale: locales[language], reducedMotion: 'reduce', hasTouch: true },
        // The hub's certificate is its own; kiosks know it by its key, and a browser asks once.
        ignoreHTTPSErrors: true,
      });
      const page = await context.newPage();
      opened.push({ context, watch: watchPage(page) });
      await page.goto(venue.address);
      await page.locator('.staff-pin').waitFor();
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

export { expect };

function createDesk({ page, venue, language }: { page: Page; venue: StaffVenue; language: Language }): Desk {
  const words = wordsOf(language);
  return {
    page,
    words,
    async signIn(role) {
      const { number, pin } = venue.staff[role];
      // As fingers type it: quicker would be a scanner.
      await page.locator('.staff-pin').pressSequentially(`${number}${pin}`, { delay: 60 });
      await page.locator('.staff-nav').waitFor();
    },
    async goTo(name) {
      const button = page.locator('.staff-nav').getByRole('button', { name: words.staff.pages[name], exact: true });
      if (!(await button.isVisible())) await page.locator('.staff-nav-more').click();
      await button.click();
    },
    async find(query) {
      await page.getByRole('textbox', { name: words.staffVisitors.find.label }).fill(query);
    },
  };
}
