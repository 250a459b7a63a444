import { expect, test as base } from '@playwright/test';
import type { Page } from 'playwright-core';
import type { ShellName } from '../../electron/bridge/greet.ts';
import { openKiosk, type Kiosk, type KioskOptions } from './open-kiosk.ts';
import { watchPage, type PageWatch } from './watch-page.ts';

interface PerWorker {
  /** Of the project that runs the test. */
  shell: ShellName;
  /** Of the kiosk that the tests of a worker share. Files that set it get a kiosk of their own. */
  kioskOptions: Omit<KioskOptions, 'shell'>;
  /** One kiosk for all tests that do not harm it: opening takes seconds, a new visit a moment. */
  kiosk: Kiosk;
  pageWatch: PageWatch;
}

interface PerTest {
  /** The shared kiosk's page, at the attract loop. Afterwards it must not have complained of anything nor asked anyone else. */
  page: Page;
  /** Opens a kiosk in the project's shell, and closes it after the test. */
  openKiosk: (options?: Omit<KioskOptions, 'shell'>) => Promise<Kiosk>;
}

/** All sizes follow the screen's, so this is the kiosk's own layout with a quarter of the dots to paint. */
const halfPortrait = { width: 540, height: 960 };

export const test = base.extend<PerTest, PerWorker>({
  shell: ['chromium', { option: true, scope: 'worker' }],
  kioskOptions: [{}, { option: true, scope: 'worker' }],
  kiosk: [
    async ({ shell, kioskOptions }, use) => {
      const kiosk = await openKiosk({ ...kioskOptions, shell });
      await use(kiosk);
      await kiosk.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  pageWatch: [
    async ({ kiosk }, use) => {
      await use(watchPage(kiosk.page));
    },
    { scope: 'worker' },
  ],
  async page({ kiosk, pageWatch }, use) {
    await kiosk.page.setViewportSize(halfPortrait);
    await kiosk.page.emulateMedia({ reducedMotion: 'reduce' });
    await kiosk.page.reload();
    pageWatch.forget();
    await use(kiosk.page);
    expect(pageWatch.complaints()).toEqual([]);
    expect(pageWatch.foreignRequests()).toEqual([]);
  },
  async openKiosk({ shell }, use) {
    const kiosks: Kiosk[] = [];
    await use(async (options) => {
      const kiosk = await openKiosk({ viewport: halfPortrait, ...options, shell });
      await kiosk.page.emulateMedia({ reducedMotion: 'reduce' });
      kiosks.push(kiosk);
      return kiosk;
    });
    await Promise.all(kiosks.map((kiosk) => kiosk.close()));
  },
});

export { expect };
