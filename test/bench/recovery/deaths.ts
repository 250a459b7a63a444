import process from 'node:process';
import type { WatchedKiosk } from './watched-kiosk.ts';

/** A way in which the screen can fail. */
export interface Death {
  readonly name: string;
  readonly strike: (kiosk: WatchedKiosk) => Promise<void>;
}

function signal(which: 'browser' | 'page' | 'gpu', name: NodeJS.Signals): Death['strike'] {
  return (kiosk) => {
    process.kill(kiosk.findProcesses()[which], name);
    return Promise.resolve();
  };
}

export const deaths: readonly Death[] = [
  { name: 'page killed', strike: signal('page', 'SIGKILL') },
  { name: 'page stopped', strike: signal('page', 'SIGSTOP') },
  {
    name: 'page in an endless loop',
    strike: (kiosk) =>
      kiosk.inPage(async (page) => {
        await page.evaluate(() => {
          setTimeout(() => {
            for (;;);
          });
        });
      }),
  },
  { name: 'browser killed', strike: signal('browser', 'SIGKILL') },
  { name: 'GPU process killed', strike: signal('gpu', 'SIGKILL') },
];
