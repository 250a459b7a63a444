import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { standardMedia, type Media } from '../../domain/print-job.ts';
import type { RouteSlipProps } from '../../renderer/documents/route-slip.tsx';
import * as paper from './print-page.ts';
import { serveHarness } from './serve-harness.ts';

vi.setConfig({ testTimeout: 60_000 });

let browser: Browser;
let server: Awaited<ReturnType<typeof serveHarness>>;
let page: Page;
beforeAll(async () => {
  server = await serveHarness();
  browser = await paper.launchChromium();
  ({ page } = await paper.openPage(browser, server.url));
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.close();
});

function longSlip(media: Media): RouteSlipProps {
  return {
    media,
    language: 'en',
    title: 'Your route',
    walkingTime: '14 min',
    from: 'from kiosk K1 · 10:51',
    origin: 'Printer 3 · from kiosk K1',
    date: '30 May 2025',
    plan: null,
    routes: [],
    stops: Array.from({ length: 12 }, (_, index) => ({
      placeId: `stand-${index}`,
      label: `C${index}`,
      companies: [{ name: `Harbour Semiconductors ${index}`, jobTitles: ['Analogue designer', 'Layout engineer'] }],
      note: index % 3 === 0 ? 'Forum at 11:00 on the way' : null,
      way: 'Straight on. At the stage, turn left. It is the third stand on your right.',
    })),
    more: 'and 3 more on your phone',
    sessions: { title: 'Sessions', lines: ['11:00 Forum, stage', '14:00 Workshop, room 3'] },
    codes: [
      { text: 'https://example.com/1', caption: 'For your phone (1 of 2)' },
      { text: 'https://example.com/2', caption: 'For your phone (2 of 2)' },
    ],
    youAreHere: null,
    floorNames: {},
    reprint: null,
  };
}

/** Of what is read as one, where it begins and ends. */
function partsOnPaper() {
  const sheet = document.querySelector<HTMLElement>('.document');
  if (!sheet) throw new Error('a slip is shown');
  const outer = sheet.getBoundingClientRect();
  const scale = sheet.offsetWidth / outer.width;
  return [...sheet.querySelectorAll<HTMLElement>('.map-slip-stop, .route-slip-code, .route-slip-sessions > *')].map(
    (part) => {
      const top = Math.round((part.getBoundingClientRect().top - outer.top) * scale);
      return { top, bottom: top + part.offsetHeight };
    },
  );
}

test.each(['62x100mm', '100x150mm', 'A6', 'A5'] as const)(
  'on %s sheets no stop and no code is cut in two',
  async (name) => {
    const media = standardMedia[name];
    const raster = await paper.printRouteSlip(page, longSlip(media));
    const parts = await page.evaluate(partsOnPaper);
    expect(raster.height).toBeGreaterThan(media.heightDots);
    expect(parts.length).toBe(12 + 3 + 2);
    const cut = parts.filter(
      ({ top, bottom }) => Math.floor(top / media.heightDots) !== Math.floor((bottom - 1) / media.heightDots),
    );
    expect(cut).toEqual([]);
  },
);

test('a roll has no pages: nothing is moved', async () => {
  const roll = { ...standardMedia['100x150mm'], heightDots: null };
  const onRoll = await paper.printRouteSlip(page, longSlip(roll));
  const onSheets = await paper.printRouteSlip(page, longSlip(standardMedia['100x150mm']));
  expect(onRoll.height).toBeLessThan(onSheets.height);
  const again = await paper.printRouteSlip(page, longSlip(roll));
  expect(paper.countDifferences(again, onRoll)).toBe(0);
});
