import { test as base } from '@playwright/test';
import type { ShellName } from '../../electron/bridge/greet.ts';
import { openKiosk, type Kiosk, type KioskOptions } from './open-kiosk.ts';

interface Shell {
  /** Of the project that runs the test. */
  shell: ShellName;
}

interface KioskOpener {
  /** Opens a kiosk in the project's shell, and closes it after the test. */
  openKiosk: (options?: Omit<KioskOptions, 'shell'>) => Promise<Kiosk>;
}

export const test = base.extend<KioskOpener, Shell>({
  shell: ['chromium', { option: true, scope: 'worker' }],
  async openKiosk({ shell }, use) {
    const kiosks: Kiosk[] = [];
    await use(async (options) => {
      const kiosk = await openKiosk({ ...options, shell });
      kiosks.push(kiosk);
      return kiosk;
    });
    await Promise.all(kiosks.map((kiosk) => kiosk.close()));
  },
});

export { expect } from '@playwright/test';
