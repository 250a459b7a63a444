import process from 'node:process';
import { chromium } from 'playwright-core';
import { v7 as createId } from 'uuid';
import { findChromium } from '../../../build/chromium.mjs';
import { createDesk, openDeskPage } from '../../end-to-end/desk.ts';
import { openVenue } from '../../end-to-end/staff-venue.ts';
import { visitorNamed } from '../../end-to-end/staff-visitors.ts';
import { walkStaffPages } from '../../end-to-end/walk-staff-pages.ts';
import type { Tour } from '../tour.ts';

/** Everything that a supervisor sees in a browser: on a phone, and on a desk. */
export const staffTour: Tour = {
  name: 'staff',
  sizes: { portrait: { width: 360, height: 740 }, landscape: { width: 1280, height: 800 } },
  leastTouch: 40,
  async open() {
    const executablePath = findChromium();
    if (executablePath === null) throw new Error('No Chromium is here; npm start installs one.');
    const venue = await openVenue();
    const browser = await chromium.launch({
      executablePath,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    return {
      async walk(language, watch) {
        const email = `${createId()}@example.com`;
        const longest = { own: '歐陽慧珊', latin: 'Maximiliana Featherstonehaugh-Cholmondeley' };
        const first = await venue.register(visitorNamed(longest, email, { field: '積體電路設計及製造工程' }));
        await venue.register(visitorNamed({ own: '', latin: 'Maximiliana Featherstonehaugh' }, email));
        const { context, page } = await openDeskPage(browser, { language, address: venue.address });
        await walkStaffPages({
          desk: createDesk({ page, venue, language }),
          code: first.claimCode ?? '',
          watch: (stop) => watch(page, stop),
        });
        await context.close();
      },
      async close() {
        await browser.close();
        await venue.close();
      },
    };
  },
};
