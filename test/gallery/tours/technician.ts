import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { languages, type Language } from '../../../domain/localised.ts';
import { examineRed } from '../../end-to-end/examine-red.ts';
import { openKiosk } from '../../end-to-end/open-kiosk.ts';
import { wordsOf } from '../../journeys/words.ts';
import type { Tour } from '../tour.ts';

/** What stands on a kiosk that takes no visitors: the first screen of a machine without a name, closed, resting, under examination. */
export const technicianTour: Tour = {
  name: 'technician',
  sizes: { portrait: { width: 540, height: 960 }, landscape: { width: 960, height: 540 } },
  leastTouch: 20,
  async open() {
    const dataFolder = mkdtempSync(join(tmpdir(), 'foyer-red-kiosk-'));
    examineRed(dataFolder, 'K1');
    const viewport = technicianTour.sizes.portrait;
    const nameless = await openKiosk({ shell: 'chromium', viewport, flags: ['--hub', 'ask'] });
    const closed = await openKiosk({ shell: 'chromium', viewport, dataFolder });
    const see = (page: Page, path: string) => page.goto(new URL(path, page.url()).href);
    return {
      async walk(language, watch) {
        await setUp(nameless.page, language, (screen) => watch(nameless.page, screen));
        // The others speak all languages at once.
        if (language !== 'en') return;
        const { page } = closed;
        await page.getByRole('heading', { name: wordsOf('en').closed.title, exact: true }).waitFor();
        await watch(page, 'closed');
        await see(page, '/resting.html');
        await watch(page, 'resting');
        await beExamined(page);
        await see(page, '/doctor.html');
        await page.getByText(wordsOf('en').doctor.page).waitFor();
        await watch(page, 'examination');
      },
      async close() {
        await nameless.close();
        await closed.close();
        rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
      },
    };
  },
};

async function setUp(page: Page, language: Language, watch: (screen: string) => Promise<void>): Promise<void> {
  const words = wordsOf(language).setUp;
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const code = page.getByRole('textbox', { name: new RegExp(`^${words.label}`, 'u') });
  // The circle of a radio lies below its own label.
  await page.getByRole('radio').nth(languages.indexOf(language)).click({ force: true });
  await page.getByRole('heading', { level: 1, name: words.question, exact: true }).waitFor();
  await watch('enrolment code');
  await code.fill('7K3U');
  await watch('wrong symbol');
  await code.fill('0000-0000-0000-0000-0000-0000');
  await button(words.byAddress).click();
  await page.getByRole('textbox', { name: words.addressLabel }).fill('127.0.0.1:1');
  await watch('address of the hub');
  await button(words.begin).click();
  await page.getByRole('alert').waitFor();
  await watch('hub not reached');
  await button(words.back).click();
  await code.fill('');
}

/** A doctor that asks for nothing but to be looked at. */
async function beExamined(page: Page): Promise<void> {
  await page.route('**/bridge/task', (route) => route.fulfill({ json: { kiosk: 'K1', sheets: [] } }));
  await page.route('**/bridge/found', (route) => route.fulfill({ json: null }));
}
