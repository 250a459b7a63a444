import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Language } from '../../domain/localised.ts';
import type { StaffRole } from '../../domain/staff/staff-member.ts';
import { wordsOf } from '../journeys/words.ts';
import type { StaffVenue } from './staff-venue.ts';
import { watchPage, type PageWatch } from './watch-page.ts';

export interface DeskOptions {
  readonly language?: Language;
  readonly viewport?: { readonly width: number; readonly height: number };
}

const locales = { en: 'en-GB', 'zh-Hant': 'zh-HK', 'zh-Hans': 'zh-CN' } as const;

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

interface DeskPage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly watch: PageWatch;
}

/** @param options address of the staff page */
export async function openDeskPage(
  browser: Browser,
  { address, language = 'en', viewport = { width: 1280, height: 800 } }: DeskOptions & { readonly address: string },
): Promise<DeskPage> {
  const context = await browser.newContext({
    ...{ viewport, locale: locales[language], reducedMotion: 'reduce', hasTouch: true },
    // The hub's certificate is its own; kiosks know it by its key, and a browser asks once.
    ignoreHTTPSErrors: true,
  });
  const page = await context.newPage();
  const watch = watchPage(page);
  await page.goto(address);
  await page.locator('.staff-pin').waitFor();
  return { context, page, watch };
}

export function createDesk({ page, venue, language }: { page: Page; venue: StaffVenue; language: Language }): Desk {
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
