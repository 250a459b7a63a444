import { openKiosk } from '../../end-to-end/open-kiosk.ts';
import { walkEverywhere } from '../../end-to-end/walk-everywhere.ts';
import { waitForAttract } from '../../journeys/visit.ts';
import type { Tour } from '../tour.ts';

/** Everything that a visitor can come past, and the page of the kiosk's state. */
export const visitorTour: Tour = {
  name: 'visitor',
  // All sizes follow the screen's, so this is the kiosk's own layout with a quarter of the dots.
  sizes: { portrait: { width: 540, height: 960 }, landscape: { width: 960, height: 540 } },
  leastTouch: 20,
  async open() {
    const kiosk = await openKiosk({
      shell: 'chromium',
      viewport: visitorTour.sizes.portrait,
      // Nobody touches anything while the camera is at it.
      flags: ['--idle-warn-after-seconds', '3600'],
    });
    const { page } = kiosk;
    await page.emulateMedia({ reducedMotion: 'reduce' });
    return {
      async walk(language, watch) {
        await page.reload();
        await waitForAttract(page);
        await walkEverywhere(page, {
          language,
          look: { textSize: 'normal', surface: 'paper' },
          watch: (stop) => watch(page, stop),
        });
      },
      close: () => kiosk.close(),
    };
  },
};
